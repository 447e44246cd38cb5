package org.assay.registry.hive;

/**
 * Which units of a hive belong to a record already. The work for a claim grows with its own size only, so that however a hive is made, all
 * claims together cost no more than its size.
 */
final class CellClaims {

    private static final int BITS = Long.SIZE;

    private final long[] words;

    CellClaims(int units) {
        this.words = new long[units / BITS + 1];
    }

    /** Claims the units from {@code first} up to and without {@code end}; false, and none is claimed, when any of them is taken. */
    boolean take(int first, int end) {
        for (int word = first / BITS; word * BITS < end; word++) {
            if ((words[word] & mask(word, first, end)) != 0) {
                return false;
            }
        }
        for (int word = first / BITS; word * BITS < end; word++) {
            words[word] |= mask(word, first, end);
        }
        return true;
    }

    /** The units of one word that lie within the range. */
    private static long mask(int word, int first, int end) {
        long from = -1L << Math.max(0, first - word * BITS);
        return end - word * BITS >= BITS ? from : from & ~(-1L << end - word * BITS);
    }
}
