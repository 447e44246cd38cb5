package org.assay.ui.grid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Which rows of a table are visible and in which order; worked out on any thread.
 *
 * @param rows all rows, which stay as many as they are
 * @param sortings by what they are ordered, the first before the others; at least one
 */
record Arrangement<T>(List<T> rows, Predicate<T> filter, List<GridColumn<T>> columns, List<TablePresenter.Sorting> sortings) {

    /** The places in {@code rows} of those that are visible, in their order. */
    int[] order() {
        int[] order = IntStream.range(0, rows.size()).filter(index -> filter.test(rows.get(index))).toArray();
        for (TablePresenter.Sorting sorting : sortings.reversed()) {
            order = sorted(order, columns.get(sorting.column()), sorting.descending());
        }
        return order;
    }

    /** Both ways leave equal rows in the order in which they come. */
    private int[] sorted(int[] order, GridColumn<T> column, boolean descending) {
        if (column.rank().isEmpty()) {
            Comparator<T> directed = descending ? column.order().reversed() : column.order();
            return Arrays.stream(order).boxed().sorted(Comparator.comparing(rows::get, directed)).mapToInt(Integer::intValue).toArray();
        }
        ToIntFunction<T> rank = column.rank().get();
        long[] keys = new long[order.length];
        for (int at = 0; at < keys.length; at++) {
            int key = rank.applyAsInt(rows.get(order[at]));
            keys[at] = (long) (descending ? ~key : key) << Integer.SIZE | at;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> order[(int) key]).toArray();
    }
}
