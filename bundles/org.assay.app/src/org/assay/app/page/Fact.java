package org.assay.app.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.assay.model.text.Visible;

/**
 * One thing that is known of a {@code T}, for programs and for people.
 *
 * @param name what programs find it under, in lower case with underscores
 * @param label what people find it under
 * @param exact a {@link String}, {@link Number}, {@link Boolean}, a {@link List} of strings, or a {@link Map} from names to numbers; empty
 *        text where it is not known
 * @param lines the same in lines that are safe to show; none where there is nothing to say
 */
public record Fact<T>(String name, String label, Function<T, Object> exact, Function<T, List<String>> lines) {

    /** A fact that needs no words of its own: what people read follows from what programs read. */
    public static <T> Fact<T> of(String name, String label, Function<T, Object> exact) {
        return new Fact<>(name, label, exact, one -> lines(exact.apply(one)));
    }

    /** A fact that people read otherwise than programs. */
    public static <T> Fact<T> worded(String name, String label, Function<T, Object> exact, Function<T, String> words) {
        return new Fact<>(name, label, exact, one -> lines(words.apply(one)));
    }

    private static List<String> lines(Object value) {
        String text = switch (value) {
            case Boolean truth -> truth ? "yes" : "no";
            case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
            case List<?> list -> list.isEmpty() ? "none" : list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
        return text.isEmpty() ? List.of() : List.of(Visible.text(text));
    }
}
