package org.assay.model.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;

/**
 * What a place holds after a change: what must be equal for two hosts to have the same.
 *
 * @param form what the bytes are
 * @param type the type of a registry value; 0 of anything else
 * @param bytes the digest of a file, the data of a value, the target of a link; empty where there is nothing of that kind
 */
public record Content(Form form, int type, Bytes bytes) implements Comparable<Content> {

    /** What stands for content. */
    public enum Form {
        /** Nothing is there any more. */
        GONE,
        /** Something without content of its own: a directory, a key, a special file. */
        NONE,
        /** A file whose content is not known: whether two such are the same cannot be told. */
        UNREAD,
        SHA256,
        /** Digests of other kinds, of a source that has no SHA-256. */
        OTHER_DIGEST,
        TARGET, DATA
    }

    private static final Comparator<Content> ORDER = Comparator.comparing(Content::form).thenComparing(Content::type)
            .thenComparing(Content::bytes);

    /** Of what is there after a change. */
    public static Content of(Optional<Item> after) {
        return after.map(Content::of).orElse(new Content(Form.GONE, 0, Bytes.EMPTY));
    }

    private static Content of(Item item) {
        return switch (item) {
            case ValueItem value -> new Content(Form.DATA, value.type(), value.data());
            case KeyItem _ -> new Content(Form.NONE, 0, Bytes.EMPTY);
            case FileItem file -> ofFile(file);
        };
    }

    private static Content ofFile(FileItem file) {
        if (file.target().isPresent()) {
            return new Content(Form.TARGET, 0, Bytes.copyOf(file.target().get().getBytes(StandardCharsets.UTF_16BE)));
        }
        if (!file.kind().hasContent()) {
            return new Content(Form.NONE, file.kind().ordinal(), Bytes.EMPTY);
        }
        return file.sha256().map(digest -> new Content(Form.SHA256, 0, digest)).orElseGet(() -> file.details().digests().entrySet()
                .stream().filter(digest -> !digest.getKey().isOfPrograms())
                .max(Comparator.comparing(Map.Entry<DigestAlgorithm, Bytes>::getKey))
                .map(digest -> new Content(Form.OTHER_DIGEST, digest.getKey().ordinal(), digest.getValue()))
                .orElse(new Content(Form.UNREAD, 0, Bytes.EMPTY)));
    }

    @Override
    public int compareTo(Content other) {
        return ORDER.compare(this, other);
    }
}
