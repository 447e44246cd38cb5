package org.assay.registry;

import java.util.Arrays;

/** Collects bytes up to a limit; beyond it only remembers that there were more. */
final class RegData {

    private static final int FIRST_SIZE = 256;

    private final int limit;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private boolean overflowed;

    RegData(int limit) {
        this.limit = limit;
    }

    void add(int b) {
        if (size == limit) {
            overflowed = true;
            return;
        }
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, size * 2));
        }
        bytes[size++] = (byte) b;
    }

    /** Adds a character as UTF-16LE. */
    void addUnit(int unit) {
        add(unit);
        add(unit >> 8);
    }

    boolean overflowed() {
        return overflowed;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The lowest {@code length} bytes of a number, the lowest first. */
    static byte[] littleEndian(long number, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (number >> i * Byte.SIZE);
        }
        return bytes;
    }

    /** The bytes as UTF-16LE text. */
    String toText() {
        return Utf16.decode(bytes, 0, size);
    }
}
