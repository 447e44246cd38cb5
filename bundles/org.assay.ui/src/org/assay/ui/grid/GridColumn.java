package org.assay.ui.grid;

import java.util.Comparator;
import java.util.function.Function;

/**
 * A column of a {@link TablePresenter}.
 *
 * @param width how wide it begins, in pixels
 * @param stretches whether it shares the room that is left over, in proportion to the widths
 * @param text what a cell says, safe to show
 * @param order the ascending order of the rows by this column
 * @param tint the colour of a cell itself; {@link Tint#NONE} leaves it to the row
 */
public record GridColumn<T>(String title, int width, boolean stretches, Function<T, String> text, Comparator<T> order,
        Function<T, Tint> tint) {

    /** A column of fixed width whose cells have no colour of their own. */
    public static <T> GridColumn<T> fixed(String title, int width, Function<T, String> text, Comparator<T> order) {
        return new GridColumn<>(title, width, false, text, order, _ -> Tint.NONE);
    }

    /** A column that takes the room that is left over and is ordered by its text. */
    public static <T> GridColumn<T> stretching(String title, int width, Function<T, String> text) {
        return new GridColumn<>(title, width, true, text, Comparator.comparing(text), _ -> Tint.NONE);
    }

    public GridColumn<T> tinted(Function<T, Tint> cellTint) {
        return new GridColumn<>(title, width, stretches, text, order, cellTint);
    }

    public GridColumn<T> ordered(Comparator<T> rowOrder) {
        return new GridColumn<>(title, width, stretches, text, rowOrder, tint);
    }
}
