package org.assay.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of a file. Whatever lies behind them reads as not being there. */
record Head(byte[] bytes, int length) {

    /** How many bytes from a file's start count at most. */
    static final int MAX_BYTES = 4096;

    /** The byte at {@code offset}, 0 to 255; -1 behind the end. */
    int u8(int offset) {
        return offset >= 0 && offset < length ? bytes[offset] & 0xff : -1;
    }

    /** The two bytes at {@code offset}, the low one first; -1 when they are not all there. */
    int u16(int offset) {
        return holds(offset, 2) ? u8(offset) | u8(offset + 1) << 8 : -1;
    }

    /** The four bytes at {@code offset}, the low one first; -1 when they are not all there. */
    long u32(int offset) {
        return holds(offset, 4) ? u16(offset) | (long) u16(offset + 2) << 16 : -1;
    }

    /** The four bytes at {@code offset}, the high one first; -1 when they are not all there. */
    long u32BigEndian(int offset) {
        return holds(offset, 4) ? Integer.toUnsignedLong(Integer.reverseBytes((int) u32(offset))) : -1;
    }

    boolean has(int offset, byte[] expected) {
        return holds(offset, expected.length)
                && Arrays.equals(bytes, offset, offset + expected.length, expected, 0, expected.length);
    }

    /** Whether the Latin-1 characters of {@code expected} stand at {@code offset}. */
    boolean has(int offset, String expected) {
        if (!holds(offset, expected.length())) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (u8(offset + i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes from {@code offset} as Latin-1, as many of {@code count} as there are. */
    String latin1(int offset, int count) {
        int from = Math.clamp(offset, 0, length);
        return new String(bytes, from, Math.min(count, length - from), StandardCharsets.ISO_8859_1);
    }

    private boolean holds(int offset, int count) {
        return offset >= 0 && offset <= length - count;
    }
}
