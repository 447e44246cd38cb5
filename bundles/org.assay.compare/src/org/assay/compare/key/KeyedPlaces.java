package org.assay.compare.key;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Where in a list the rows with a key are: a queue for each key, in the order of the list, in sixteen bytes a row. First all are added,
 * then it is asked.
 */
public final class KeyedPlaces {

    private long[] keys = new long[64];
    private int[] places = new int[64];
    private int size;
    /** Once they are sorted, at the first row of each key: how many of its rows were taken. */
    private int[] taken = {};
    private boolean sorted;

    /** @param place not less than those before it */
    public void add(long key, int place) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
        }
        keys[size] = key;
        places[size++] = place;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The first place with {@code key} that was not taken; empty when there is none. */
    public OptionalInt first(long key) {
        int run = run(key);
        int at = run < 0 ? size : run + taken[run];
        return at < size && keys[at] == key ? OptionalInt.of(places[at]) : OptionalInt.empty();
    }

    /** Takes the first place with {@code key} out of its queue. */
    public void take(long key) {
        taken[run(key)]++;
    }

    /** Where the rows of {@code key} begin; negative when there are none. */
    private int run(long key) {
        sort();
        int first = KeyCounts.first(keys, size, key);
        return first < size && keys[first] == key ? first : -1;
    }

    private void sort() {
        if (sorted) {
            return;
        }
        sorted = true;
        long[] added = keys;
        int[] addedPlaces = places;
        keys = Arrays.copyOf(added, size);
        places = new int[size];
        taken = new int[size];
        Arrays.sort(keys);
        for (int at = 0; at < size; at++) {
            int run = run(added[at]);
            places[run + taken[run]++] = addedPlaces[at];
        }
        Arrays.fill(taken, 0);
    }
}
