package org.assay.model.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.text.Bytes;

/**
 * What a place holds after a change: what must be equal for two hosts to have the same.
 *
 * @param form what the bytes are
 * @param type the type of a registry value; which digest, of {@link Form#OTHER_DIGEST}; what is there, of {@link Form#NONE}; else 0
 * @param bytes the digest of a file, the data of a value, the target of a link; empty where there is nothing of that kind
 */
public record Content(Form form, int type, Bytes bytes) implements Comparable<Content> {

    /** What stands for content. */
    public enum Form {
        /** Nothing is there any more. */
        GONE(0),
        /** Something without content of its own: a directory, a key, a special file. */
        NONE(1),
        /** A file whose content is not known: whether two such are the same cannot be determined. */
        UNREAD(2),
        SHA256(3),
        /** Digests of other kinds, of a source that has no SHA-256. */
        OTHER_DIGEST(4),
        TARGET(5), DATA(6);

        private final int rank;

        Form(int rank) {
            this.rank = rank;
        }
    }

    private static final Comparator<Content> ORDER = Comparator.<Content>comparingInt(content -> content.form.rank)
            .thenComparing(Content::type).thenComparing(Content::bytes);

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
            return new Content(Form.NONE, number(file.kind()), Bytes.EMPTY);
        }
        return file.sha256().map(digest -> new Content(Form.SHA256, 0, digest)).orElseGet(() -> file.details().digests().entrySet()
                .stream().filter(digest -> !digest.getKey().isOfPrograms())
                .map(digest -> new Content(Form.OTHER_DIGEST, number(digest.getKey()), digest.getValue()))
                .max(Comparator.comparingInt(Content::type)).orElse(new Content(Form.UNREAD, 0, Bytes.EMPTY)));
    }

    private static int number(FileKind kind) {
        return switch (kind) {
            case FILE -> 0;
            case DIRECTORY -> 1;
            case LINK -> 2;
            case FIFO -> 3;
            case SOCKET -> 4;
            case CHARACTER_DEVICE -> 5;
            case BLOCK_DEVICE -> 6;
            case OTHER -> 7;
            case STREAM -> 8;
        };
    }

    /** The higher, the less likely that two contents have the same. */
    private static int number(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case MD5 -> 0;
            case SHA1 -> 1;
            case SHA512 -> 2;
            case BLAKE3 -> 3;
            case PESHA1 -> 4;
            case PESHA256 -> 5;
        };
    }

    @Override
    public int compareTo(Content other) {
        return ORDER.compare(this, other);
    }
}
