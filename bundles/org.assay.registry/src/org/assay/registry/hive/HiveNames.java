package org.assay.registry.hive;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.assay.registry.encoding.Utf16;
import org.assay.registry.file.CorruptRecordException;

/** Names in a hive: one byte a character when all of them are in Latin-1, else UTF-16LE. */
final class HiveNames {

    /** More control characters than this are a sign that the bytes are no name. */
    private static final int FEW = 4;

    private HiveNames() {
    }

    /** The name at a position in the file; empty when it is hardly one, or not within the file. */
    static Optional<String> plausible(HiveCells cells, int start, int bytes, boolean compressed) {
        if (start > cells.size() - bytes || !compressed && bytes % 2 != 0) {
            return Optional.empty();
        }
        byte[] file = cells.bytes().array();
        String name = compressed ? new String(file, start, bytes, StandardCharsets.ISO_8859_1) : Utf16.decode(file, start, bytes);
        return Optional.of(name).filter(text -> text.chars().filter(Character::isISOControl).count() <= FEW);
    }

    static String read(HiveCells.Cell cell, int offset, int bytes, boolean compressed) throws CorruptRecordException {
        byte[] name = cell.bytes(offset, bytes);
        if (compressed) {
            return new String(name, StandardCharsets.ISO_8859_1);
        }
        if (bytes % 2 != 0) {
            throw cell.damage("has a name that ends in the middle of a character.");
        }
        return Utf16.decode(name, 0, bytes);
    }
}
