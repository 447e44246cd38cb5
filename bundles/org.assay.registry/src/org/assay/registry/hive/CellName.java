package org.assay.registry.hive;

import java.nio.charset.StandardCharsets;

import org.assay.registry.encoding.Utf16;
import org.assay.registry.file.CorruptRecordException;

/**
 * A name of a key or a value as a hive keeps it, and how Windows compares and hashes it (M. Suhanov, "Windows registry file format
 * specification", sections Key node, Hash leaf and Fast leaf).
 */
record CellName(String text) implements Comparable<CellName> {

    private static final int FACTOR = 37;
    private static final int HINT = 4;
    private static final int LAST_OF_ONE_BYTE = 0xff;

    static CellName read(HiveSpace space, int offset, int field, int length, boolean compressed) throws CorruptRecordException {
        byte[] name = space.copy(offset, field, length);
        return new CellName(compressed ? new String(name, StandardCharsets.ISO_8859_1) : Utf16.decode(name, 0, length));
    }

    /** Whether one byte a character is enough. */
    boolean isCompressed() {
        return text.chars().allMatch(unit -> unit <= LAST_OF_ONE_BYTE);
    }

    byte[] bytes() {
        return isCompressed() ? text.getBytes(StandardCharsets.ISO_8859_1) : Utf16.encode(text);
    }

    /** What a hash leaf keeps of it. */
    int hash() {
        int hash = 0;
        for (int at = 0; at < text.length(); at++) {
            hash = FACTOR * hash + fold(text.charAt(at));
        }
        return hash;
    }

    /** What a fast leaf keeps of it: its first four characters, or 0 where one of them takes more than a byte. */
    int hint() {
        int hint = 0;
        for (int at = 0; at < Math.min(HINT, text.length()); at++) {
            if (text.charAt(at) > LAST_OF_ONE_BYTE) {
                return 0;
            }
            hint |= text.charAt(at) << Byte.SIZE * at;
        }
        return hint;
    }

    boolean isSame(String other) {
        return compareTo(new CellName(other)) == 0;
    }

    @Override
    public int compareTo(CellName other) {
        for (int at = 0; at < Math.min(text.length(), other.text.length()); at++) {
            int difference = fold(text.charAt(at)) - fold(other.text.charAt(at));
            if (difference != 0) {
                return difference;
            }
        }
        return text.length() - other.text.length();
    }

    /** The upper case of one unit; nothing outside ASCII becomes ASCII. The room {@code model} compares names of locations so, too. */
    private static char fold(char unit) {
        char upper = Character.toUpperCase(unit);
        return unit >= 0x80 && upper < 0x80 ? unit : upper;
    }
}
