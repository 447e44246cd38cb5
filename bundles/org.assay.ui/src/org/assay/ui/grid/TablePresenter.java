package org.assay.ui.grid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private Sorting sorting;
    private int[] visible = {};

    /** The column by which rows are ordered. Rows that it holds equal stay in the order in which they were given. */
    public record Sorting(int column, boolean descending) {
    }

    public TablePresenter(List<GridColumn<T>> columns, Sorting sorting, Function<T, Tint> rowTint) {
        this.columns = List.copyOf(columns);
        this.sorting = sorting;
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

    void sort(Sorting requested) {
        sorting = requested;
        refresh();
    }

    /** Filters and sorts again. */
    public void refresh() {
        IntStream passing = IntStream.range(0, rows.size()).filter(index -> filter.test(rows.get(index)));
        Comparator<T> order = columns.get(sorting.column()).order();
        Comparator<T> directed = sorting.descending() ? order.reversed() : order;
        visible = passing.boxed().sorted(Comparator.comparing(rows::get, directed)).mapToInt(Integer::intValue).toArray();
    }

    List<GridColumn<T>> columns() {
        return columns;
    }

    Sorting sorting() {
        return sorting;
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
