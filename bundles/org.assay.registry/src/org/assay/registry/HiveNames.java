package org.assay.registry;

import java.nio.charset.StandardCharsets;

/** Names in a hive: one byte a character when all of them are in Latin-1, else UTF-16LE. */
final class HiveNames {

    private HiveNames() {
    }

    static String read(HiveCells.Cell cell, int offset, int bytes, boolean compressed) throws HiveDamage {
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
