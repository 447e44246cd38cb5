package org.assay.ui.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
    private Map<Integer, String> cellTexts = Map.of();
    private List<Sorting> sortings;
    private int[] visible = {};
    private Arranger arranger = (_, order, done) -> done.accept(order.get());
    private long asked;

    /** The column by which rows are ordered. Rows that it holds equal stay in the order in which they were given. */
    public record Sorting(int column, boolean descending) {
    }

    /** Where rows are filtered and sorted: at once, unless a display cannot wait for so many. */
    @FunctionalInterface
    interface Arranger {

        /**
         * Has {@code order} worked out, on any thread, and then gives it to {@code done} on the thread that called.
         *
         * @param rows how many rows there are
         */
        void arrange(int rows, Supplier<int[]> order, Consumer<int[]> done);
    }

    public TablePresenter(List<GridColumn<T>> columns, Sorting sorting, Function<T, Tint> rowTint) {
        this.columns = List.copyOf(columns);
        this.sortings = List.of(sorting);
        this.rowTint = rowTint;
    }

    void arrangedBy(Arranger requested) {
        arranger = requested;
    }

    /** Shows these rows from now on. The list is not copied: a row that is replaced in it shows at once. */
    public void show(List<T> shown) {
        rows = shown;
        visible = new int[0];
        refresh();
    }

    public void filter(Predicate<T> requested) {
        filter = requested;
        refresh();
    }

    /** Besides, shows only rows whose cells say this, by column; see {@link CellText}. */
    void filterCells(Map<Integer, String> requested) {
        if (!cellTexts.equals(requested)) {
            cellTexts = Map.copyOf(requested);
            refresh();
        }
    }

    /** Orders by the first of these, rows that it holds equal by the next one, and so on. At least one. */
    void sort(List<Sorting> requested) {
        sortings = List.copyOf(requested);
        refresh();
    }

    /** Filters and sorts again. Until that is done, the rows are visible that were, and who asks again meanwhile is answered alone. */
    public void refresh() {
        asked++;
        long mine = asked;
        Arrangement<T> arrangement = new Arrangement<>(rows, filter.and(CellText.predicate(columns, cellTexts)), columns, sortings);
        arranger.arrange(rows.size(), arrangement::order, order -> {
            if (mine == asked) {
                visible = order;
            }
        });
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
