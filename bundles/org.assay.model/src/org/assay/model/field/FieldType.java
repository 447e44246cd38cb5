package org.assay.model.field;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.assay.model.text.Visible;

/**
 * What values a field can have, and the three forms in which they leave the model: stored, for programs, and for people.
 *
 * @param layout the stored form in the words of {@code docs/case-format.md}, section "Numbers and texts"
 * @param writer stores a value: its canonical form, which never changes, because digests are taken over it
 * @param reader reads what {@code writer} stored; fails with an {@link IllegalArgumentException} for a constant that this version does not
 *        know, with a {@link java.time.DateTimeException} for a time that is none
 * @param exact tells programs a value: a {@link String}, {@link Number} or {@link Boolean}, or a {@link List} or {@link Map} of such;
 *        nothing is lost by it
 * @param shown tells people a value, safe to show
 */
public record FieldType<T>(String layout, BiConsumer<FieldOutput, T> writer, Function<FieldInput, T> reader, Rendering<T, Object> exact,
        Rendering<T, String> shown) {

    /** Puts a value into a map under one name or several. */
    @FunctionalInterface
    interface Rendering<T, V> {

        /** @param name the field's name or label */
        void render(String name, T value, Map<String, V> rendered);

        /** Tells a value under the field's own name. */
        static <T, V> Rendering<T, V> plain(Function<T, V> form) {
            return (name, value, rendered) -> rendered.put(name, form.apply(value));
        }
    }

    /** A type whose values are told in one form each; {@code text} need not be safe to show. */
    static <T> FieldType<T> plain(String layout, BiConsumer<FieldOutput, T> writer, Function<FieldInput, T> reader,
            Function<T, Object> exact, Function<T, String> text) {
        return new FieldType<>(layout, writer, reader, Rendering.plain(exact), Rendering.plain(text.andThen(Visible::text)));
    }

    /** The same, told to people otherwise; {@code text} need not be safe to show. */
    FieldType<T> shownAs(Function<T, String> text) {
        return shownBy(Rendering.plain(text.andThen(Visible::text)));
    }

    /** The same, told to people otherwise. */
    FieldType<T> shownBy(Rendering<T, String> otherShown) {
        return new FieldType<>(layout, writer, reader, exact, otherShown);
    }

    /** The same, told to programs otherwise. */
    FieldType<T> exactBy(Rendering<T, Object> otherExact) {
        return new FieldType<>(layout, writer, reader, otherExact, shown);
    }
}
