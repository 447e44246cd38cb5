package org.assay.compare.key;

import java.util.Arrays;

/** How often each of millions of keys was added, in eight bytes each. First all are added, then it is asked. */
public final class KeyCounts {

    private long[] keys = new long[4];
    private int size;
    private boolean sorted = true;

    public void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size++] = key;
        sorted = false;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** How often {@code key} was added. */
    public int of(long key) {
        sort();
        int first = first(keys, size, key);
        int end = first;
        while (end < size && keys[end] == key) {
            end++;
        }
        return end - first;
    }

    /** Whether {@code key} was added at least {@code times}, at least once, which is known at once however often it was. */
    public boolean has(long key, int times) {
        sort();
        int last = first(keys, size, key) + times - 1;
        return last < size && keys[last] == key;
    }

    /** How many different keys were added. */
    public int distinct() {
        sort();
        int distinct = 0;
        for (int at = 0; at < size; at++) {
            distinct += at == 0 || keys[at] != keys[at - 1] ? 1 : 0;
        }
        return distinct;
    }

    private void sort() {
        if (!sorted) {
            keys = Arrays.copyOf(keys, size);
            Arrays.sort(keys);
            sorted = true;
        }
    }

    /** The place of the first of {@code size} sorted keys that is not less than {@code key}; {@code size} when all are. */
    static int first(long[] keys, int size, long key) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
