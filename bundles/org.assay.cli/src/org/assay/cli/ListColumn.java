package org.assay.cli;

import java.util.function.Function;

/**
 * One column of a list, the same for every format.
 *
 * @param name its name in JSON and CSV, in snake case; empty when they leave it out
 * @param heading its heading in a table; empty when a table leaves it out
 * @param value its value: a {@link String}, {@link Number}, {@link Boolean}, a {@link java.util.List} of strings, or a
 *        {@link java.util.Map} from names to values
 * @param colour its colour in a table
 * @param cut how a table may shorten it to fit the terminal
 */
record ListColumn<T>(String name, String heading, Function<T, Object> value, Function<T, Colour> colour, Cut cut) {

    /** What of a cell may go when the line is too long. */
    enum Cut {
        NOTHING,
        /** Of a path, both the volume and the name tell most. */
        MIDDLE,
        /** Of a sentence, its beginning tells most. */
        END
    }

    static <T> ListColumn<T> fixed(String name, String heading, Function<T, Object> value) {
        return new ListColumn<>(name, heading, value, _ -> Colour.NONE, Cut.NOTHING);
    }

    static <T> ListColumn<T> elastic(String name, String heading, Function<T, Object> value) {
        return new ListColumn<>(name, heading, value, _ -> Colour.NONE, Cut.MIDDLE);
    }

    /** A column that only JSON and CSV have. */
    static <T> ListColumn<T> exact(String name, Function<T, Object> value) {
        return new ListColumn<>(name, "", value, _ -> Colour.NONE, Cut.NOTHING);
    }

    /** A column that only a table has, for what is put shorter there. */
    static <T> ListColumn<T> tabled(String heading, Function<T, Object> value) {
        return new ListColumn<>("", heading, value, _ -> Colour.NONE, Cut.END);
    }

    ListColumn<T> painted(Function<T, Colour> newColour) {
        return new ListColumn<>(name, heading, value, newColour, cut);
    }
}
