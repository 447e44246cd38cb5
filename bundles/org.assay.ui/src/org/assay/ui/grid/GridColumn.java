package org.assay.ui.grid;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A column of a {@link TablePresenter}.
 *
 * @param width how wide it begins, in pixels
 * @param stretches whether it shares the room that is left over, in proportion to the widths
 * @param text what a cell says, safe to show
 * @param order the ascending order of the rows by this column
 * @param rank a number that orders the rows in the same way, where there is one: it sorts many rows at once
 * @param tint the colour of a cell itself; {@link Tint#NONE} leaves it to the row
 */
public record GridColumn<T>(String title, int width, boolean stretches, Function<T, String> text, Comparator<T> order,
        Optional<ToIntFunction<T>> rank, Function<T, Tint> tint) {

    /** How wide a column of times is, in pixels. */
    public static final int TIME_PIXELS = 190;

    /** A column of fixed width whose cells have no colour of their own. */
    public static <T> GridColumn<T> fixed(String title, int width, Function<T, String> text, Comparator<T> order) {
        return new GridColumn<>(title, width, false, text, order, Optional.empty(), _ -> Tint.NONE);
    }

    /** A column of fixed width whose rows a number orders. */
    public static <T> GridColumn<T> ranked(String title, int width, Function<T, String> text, ToIntFunction<T> rank) {
        return new GridColumn<>(title, width, false, text, Comparator.comparingInt(rank), Optional.of(rank), _ -> Tint.NONE);
    }

    /** A column that takes the room that is left over and is ordered by its text. */
    public static <T> GridColumn<T> stretching(String title, int width, Function<T, String> text) {
        return new GridColumn<>(title, width, true, text, Comparator.comparing(text), Optional.empty(), _ -> Tint.NONE);
    }

    public GridColumn<T> tinted(Function<T, Tint> cellTint) {
        return new GridColumn<>(title, width, stretches, text, order, rank, cellTint);
    }

    public GridColumn<T> ordered(Comparator<T> rowOrder) {
        return new GridColumn<>(title, width, stretches, text, rowOrder, Optional.empty(), tint);
    }

    public GridColumn<T> rankedBy(ToIntFunction<T> rowRank) {
        return new GridColumn<>(title, width, stretches, text, Comparator.comparingInt(rowRank), Optional.of(rowRank), tint);
    }
}
