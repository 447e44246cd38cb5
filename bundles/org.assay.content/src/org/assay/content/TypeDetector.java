package org.assay.content;

import java.util.Optional;

import org.assay.model.item.ContentType;

/**
 * Tells what a file's content is by its first bytes. The same bytes always give the same answer, whatever follows them and whatever the
 * file is called; a file with two faces gets the one that a system which runs it sees first.
 */
final class TypeDetector {

    /** How many bytes from a file's start count; a file that is shorter is looked at whole. */
    public static final int HEAD_BYTES = Head.MAX_BYTES;

    private TypeDetector() {
    }

    /**
     * The type of a file that begins with the first {@code length} bytes of {@code bytes}, of which {@link #HEAD_BYTES} count.
     *
     * <p>The newer header of a {@code MZ} program may lie behind these; {@link ContentProbe} looks for it there.
     *
     * @throws IndexOutOfBoundsException when {@code bytes} is shorter than {@code length}
     */
    public static ContentType detect(byte[] bytes, int length) {
        if (length > bytes.length) {
            throw new IndexOutOfBoundsException(length);
        }
        if (length == 0) {
            return ContentType.EMPTY;
        }
        Head head = new Head(bytes, Math.min(length, HEAD_BYTES));
        Optional<ContentType> type = Magics.type(head);
        return type.isPresent() ? type.get() : TextType.of(head).orElse(ContentType.DATA);
    }
}
