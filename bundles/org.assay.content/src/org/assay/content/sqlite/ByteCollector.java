package org.assay.content.sqlite;

import java.util.Arrays;

/** Collects the pieces of a record of a length that is said beforehand, and takes no more memory than the pieces do, by a factor of two. */
final class ByteCollector {

    private final int length;
    private byte[] bytes;
    private int filled;

    ByteCollector(byte[] begin, int length) {
        this.bytes = begin;
        this.filled = begin.length;
        this.length = length;
    }

    boolean isFull() {
        return filled == length;
    }

    /** Takes from {@code piece} what is missing, {@code most} bytes at most. */
    void add(byte[] piece, int start, int most) {
        int more = Math.min(most, length - filled);
        if (filled + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(length, Math.max(2L * bytes.length, filled + more)));
        }
        System.arraycopy(piece, start, bytes, filled, more);
        filled += more;
    }

    /** The whole record, once it is full. */
    byte[] bytes() {
        return bytes;
    }
}
