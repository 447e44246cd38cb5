package org.assay.ui.grid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.model.text.Csv;

/**
 * Filters and sorts rows without touching them: what is visible is an array of their indices, so that a million rows cost four megabytes.
 * Rows and columns are counted from 0.
 */
public final class TablePresenter<T> {

    private final List<GridColumn<T>> columns;
    private final Function<T, Tint> rowTint;
    private List<T> rows = List.of();
    private Predicate<T> filter = _ -> true;
    private List<Sorting> sortings;
    private int[] visible = {};

    /** The column by which rows are ordered. Rows that it holds equal stay in the order in which they were given. */
    public record Sorting(int column, boolean descending) {
    }

    public TablePresenter(List<GridColumn<T>> columns, Sorting sorting, Function<T, Tint> rowTint) {
        this.columns = List.copyOf(columns);
        this.sortings = List.of(sorting);
        this.rowTint = rowTint;
    }

    /** Shows these rows from now on. The list is not copied: a row that is replaced in it shows at once. */
    public void show(List<T> shown) {
        rows = shown;
        refresh();
    }

    public void filter(Predicate<T> requested) {
        filter = requested;
        refresh();
    }

    /** Orders by the first of these, rows that it holds equal by the next one, and so on. At least one. */
    void sort(List<Sorting> requested) {
        sortings = List.copyOf(requested);
        refresh();
    }

    /** Filters and sorts again. */
    public void refresh() {
        visible = IntStream.range(0, rows.size()).filter(index -> filter.test(rows.get(index))).toArray();
        sortings.reversed().forEach(sorting -> visible = sorted(visible, columns.get(sorting.column()), sorting.descending()));
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

    List<GridColumn<T>> columns() {
        return columns;
    }

    List<Sorting> sortings() {
        return sortings;
    }

    /** How many rows pass the filter. */
    public int rowCount() {
        return visible.length;
    }

    /** How many rows there are. */
    public int allRows() {
        return rows.size();
    }

    public T row(int row) {
        return rows.get(visible[row]);
    }

    public String text(int row, int column) {
        return columns.get(column).text().apply(row(row));
    }

    public Tint rowTint(int row) {
        return rowTint.apply(row(row));
    }

    public Tint cellTint(int row, int column) {
        return columns.get(column).tint().apply(row(row));
    }

    /** What these visible rows say: a line each, cells apart by tabs. */
    public String lines(int... requested) {
        return Arrays.stream(requested).mapToObj(at -> cells(row(at)).collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"));
    }

    /** The visible rows as CSV, a record each behind one of titles; made when they are asked for, from the rows as they are now. */
    public Iterable<String> csv() {
        List<T> now = Arrays.stream(visible).mapToObj(rows::get).toList();
        return () -> Stream.concat(Stream.of(columns.stream().map(GridColumn::title)), now.stream().map(this::cells))
                .map(cells -> Csv.line(cells.toList())).iterator();
    }

    private Stream<String> cells(T row) {
        return columns.stream().map(column -> column.text().apply(row));
    }

    /** The first visible row that matches. */
    public OptionalInt find(Predicate<T> requested) {
        return IntStream.range(0, visible.length).filter(row -> requested.test(row(row))).findFirst();
    }
}
