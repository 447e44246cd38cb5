package org.assay.capture.registry;

/** A set of 128-bit hashes; takes 21 to 43 bytes for each. */
final class HashSet128 {

    /** Takes one hash of a set. */
    interface Taker {
        void take(long first, long second);
    }

    /** Pairs of halves; a pair of zeros is a free place. The hashes are random, so those that follow a taken place are mostly free. */
    private long[] table = new long[8];
    private int size;

    /** Adds a hash; false when it is there already. */
    boolean add(long first, long second) {
        if (4L * (size + 1) > 3L * (table.length / 2)) {
            grow();
        }
        int at = place(first, filled(first, second));
        if (table[at + 1] != 0 || table[at] != 0) {
            return false;
        }
        table[at] = first;
        table[at + 1] = filled(first, second);
        size++;
        return true;
    }

    boolean contains(long first, long second) {
        int at = place(first, filled(first, second));
        return table[at + 1] != 0 || table[at] != 0;
    }

    void addAll(HashSet128 other) {
        other.forEach(this::add);
    }

    void forEach(Taker taker) {
        for (int at = 0; at < table.length; at += 2) {
            if (table[at] != 0 || table[at + 1] != 0) {
                taker.take(table[at], table[at + 1]);
            }
        }
    }

    /** The hash of zeros is taken for another one. */
    private static long filled(long first, long second) {
        return first == 0 && second == 0 ? 1 : second;
    }

    /** Where the hash is, or a free place for it. */
    private int place(long first, long second) {
        int at = (int) first & table.length - 2;
        while ((table[at] != first || table[at + 1] != second) && (table[at] != 0 || table[at + 1] != 0)) {
            at = at + 2 & table.length - 2;
        }
        return at;
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.multiplyExact(old.length, 2)];
        for (int from = 0; from < old.length; from += 2) {
            if (old[from] != 0 || old[from + 1] != 0) {
                int at = place(old[from], old[from + 1]);
                table[at] = old[from];
                table[at + 1] = old[from + 1];
            }
        }
    }
}
