package org.assay.model.change;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Some rows of a list in an order of their own, by their places there. It holds a number a row, so a list that reads its rows when it is
 * asked for them need never be in memory as a whole.
 */
public final class PickedRows<T> extends AbstractList<T> {

    /** How many rows an iterator reads at once, in the order of their places: near ones are cheap to read together. */
    private static final int READ_AT_ONCE = 10_000;

    private final List<T> rows;
    private final int[] places;

    /** The rows of {@code rows} at {@code places}, in that order. */
    PickedRows(List<T> rows, int[] places) {
        this.rows = rows;
        this.places = places;
    }

    /** Those of {@code rows} that are {@code condition}, in their order; each is looked at once, now. */
    public static <T> List<T> where(List<T> rows, Predicate<? super T> condition) {
        int[] places = new int[1024];
        int count = 0;
        int place = 0;
        for (T row : rows) {
            if (condition.test(row)) {
                if (count == places.length) {
                    places = Arrays.copyOf(places, 2 * count);
                }
                places[count++] = place;
            }
            place++;
        }
        return count == place ? rows : new PickedRows<>(rows, Arrays.copyOf(places, count));
    }

    @Override
    public T get(int index) {
        return rows.get(places[Objects.checkIndex(index, places.length)]);
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {

            private List<T> read = List.of();
            private int from;
            private int next;

            @Override
            public boolean hasNext() {
                return next < places.length;
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (next == from + read.size()) {
                    from = next;
                    read = read(from, Math.min(from + READ_AT_ONCE, places.length));
                }
                return read.get(next++ - from);
            }
        };
    }

    private List<T> read(int from, int to) {
        long[] byPlace = new long[to - from];
        for (int at = 0; at < byPlace.length; at++) {
            byPlace[at] = (long) places[from + at] << Integer.SIZE | at;
        }
        Arrays.sort(byPlace);
        @SuppressWarnings("unchecked")
        T[] read = (T[]) new Object[byPlace.length];
        for (long one : byPlace) {
            read[(int) one] = rows.get((int) (one >>> Integer.SIZE));
        }
        return Arrays.asList(read);
    }
}
