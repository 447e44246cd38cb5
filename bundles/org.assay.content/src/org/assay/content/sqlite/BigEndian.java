package org.assay.content.sqlite;

/** Numbers in the order of bytes of the format. Callers see to it that they lie within {@code bytes}. */
final class BigEndian {

    private BigEndian() {
    }

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    static long u32(byte[] bytes, int at) {
        return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
    }

    /** A whole number of {@code length} bytes, 0 to 8, in two's complement. */
    static long signed(byte[] bytes, int at, int length) {
        long number = length == 0 ? 0 : bytes[at];
        for (int next = 1; next < length; next++) {
            number = number << 8 | bytes[at + next] & 0xff;
        }
        return number;
    }
}
