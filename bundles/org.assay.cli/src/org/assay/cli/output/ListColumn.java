package org.assay.cli.output;

import java.util.function.Function;

/**
 * One column of a list, the same for every format.
 *
 * @param name its name in JSON and CSV, in snake case; empty when they leave it out
 * @param heading its heading in a table; empty when a table leaves it out
 * @param value its value: a {@link String}, {@link Number}, {@link Boolean}, {@link java.time.Instant}, of which a table has the seconds, a
 *        {@link java.util.List} of strings, or a {@link java.util.Map} from names to values
 * @param colour its colour in a table
 * @param cut how a table may shorten it to fit the terminal
 */
public record ListColumn<T>(String name, String heading, Function<T, Object> value, Function<T, Colour> colour, Cut cut) {

    /** What of a cell may go when the line is too long. */
    public enum Cut {
        NOTHING,
        /** Of a path, both the volume and the name tell most. */
        MIDDLE,
        /** Of a sentence, its beginning tells most. */
        END
    }

    public static <T> ListColumn<T> fixed(String name, String heading, Function<T, Object> value) {
        return new ListColumn<>(name, heading, value, _ -> Colour.NONE, Cut.NOTHING);
    }

    public static <T> ListColumn<T> elastic(String name, String heading, Function<T, Object> value) {
        return new ListColumn<>(name, heading, value, _ -> Colour.NONE, Cut.MIDDLE);
    }

    /** A column that only JSON and CSV have. */
    public static <T> ListColumn<T> exact(String name, Function<T, Object> value) {
        return new ListColumn<>(name, "", value, _ -> Colour.NONE, Cut.NOTHING);
    }

    /** A column that only a table has, for what is put shorter there. */
    public static <T> ListColumn<T> tabled(String heading, Function<T, Object> value) {
        return new ListColumn<>("", heading, value, _ -> Colour.NONE, Cut.END);
    }

    public ListColumn<T> painted(Function<T, Colour> newColour) {
        return new ListColumn<>(name, heading, value, newColour, cut);
    }
}
