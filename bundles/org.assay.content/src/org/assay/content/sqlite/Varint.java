package org.assay.content.sqlite;

/** Reads numbers of one to nine bytes, of which each but the ninth has seven bits of the number and one that says whether more follow. */
final class Varint {

    private static final int MAX_BYTES = 9;

    private final byte[] bytes;
    private final int end;
    private int at;

    /** Reads from {@code start}, and nothing at {@code end} or behind it. */
    Varint(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /** Where the next one begins. */
    int position() {
        return at;
    }

    /** The next one. @throws BrokenCellException when it does not end in time */
    long next() throws BrokenCellException {
        long number = 0;
        for (int count = 1; at < end; count++) {
            int one = bytes[at++] & 0xff;
            if (count == MAX_BYTES) {
                return number << 8 | one;
            }
            number = number << 7 | one & 0x7f;
            if (one < 0x80) {
                return number;
            }
        }
        throw new BrokenCellException("a number does not end");
    }
}
