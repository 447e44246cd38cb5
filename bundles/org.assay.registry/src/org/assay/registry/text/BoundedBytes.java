package org.assay.registry.text;

import java.util.Arrays;

import org.assay.registry.encoding.Utf16;

/** Collects bytes up to a limit; beyond it only remembers that there were more. */
public final class BoundedBytes {

    /** More bytes than any value in use has; a larger one is reported, so that memory stays bounded. */
    public static final int MAX_VALUE = 32 << 20;

    private static final int FIRST_SIZE = 256;

    private final int limit;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private boolean overflowed;

    public BoundedBytes(int limit) {
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
    public void addUnit(int unit) {
        add(unit);
        add(unit >> 8);
    }

    public boolean overflowed() {
        return overflowed;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The lowest {@code length} bytes of a number, the lowest first. */
    public static byte[] littleEndian(long number, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (number >> i * Byte.SIZE);
        }
        return bytes;
    }

    /** The bytes as UTF-16LE text. */
    public String toText() {
        return Utf16.decode(bytes, 0, size);
    }
}
