package org.assay.content;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

import org.assay.model.item.ContentType;

/**
 * One line of the table of types: bytes that stand at a fixed place, and what else must hold.
 *
 * @param offset where the bytes stand
 * @param check what must hold besides
 */
record Magic(int offset, byte[] bytes, Predicate<Head> check, ContentType type) {

    /** Bytes are written as the Latin-1 characters of their numbers. */
    static Magic at(int offset, String bytes, ContentType type) {
        return new Magic(offset, bytes.getBytes(StandardCharsets.ISO_8859_1), _ -> true, type);
    }

    Magic and(Predicate<Head> more) {
        return new Magic(offset, bytes, check.and(more), type);
    }

    boolean matches(Head head) {
        // Nearly every line fails at its first byte.
        return head.u8(offset) == (bytes[0] & 0xff) && head.has(offset, bytes) && check.test(head);
    }
}
