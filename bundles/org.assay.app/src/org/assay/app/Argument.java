package org.assay.app;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a use case must or can be told. It is described here once: the command line makes an option of it, the workbench a field,
 * and the help of either a paragraph.
 *
 * @param <T> the type of its value
 * @param name unique in its use case, in lower case with hyphens, as {@code one-file-system}: what the command line calls it
 * @param label what a field for it is called
 * @param help what it is, in sentences
 * @param placeholder what stands for a value in the help, as {@code [NAME=]DIR}; empty for a flag
 * @param required whether the use case cannot run without a value
 * @param preset the value where none is given; empty where there is none then
 */
public record Argument<T>(String name, String label, String help, String placeholder, ArgumentType<T> type, boolean required,
        Optional<T> preset) {

    /** Without a value the use case cannot run. */
    public static <T> Argument<T> required(String name, String label, String help, String placeholder, ArgumentType<T> type) {
        return new Argument<>(name, label, help, placeholder, type, true, Optional.empty());
    }

    /** There may be no value. */
    public static <T> Argument<T> optional(String name, String label, String help, String placeholder, ArgumentType<T> type) {
        return new Argument<>(name, label, help, placeholder, type, false, Optional.empty());
    }

    /** Any number of values, also none. */
    public static <T> Argument<List<T>> several(String name, String label, String help, String placeholder, ArgumentType<T> each,
            boolean commas) {
        return new Argument<>(name, label, help, placeholder, new ArgumentType.Several<>(each, commas), false, Optional.of(List.of()));
    }

    /** Off unless it is asked for. */
    public static Argument<Boolean> flag(String name, String label, String help) {
        return new Argument<>(name, label, help, "", new ArgumentType.Flag(), false, Optional.of(false));
    }

    /** The same with a value where none is given. */
    public Argument<T> preset(T value) {
        return new Argument<>(name, label, help, placeholder, type, false, Optional.of(value));
    }

    /** The help with the values there are. */
    public String description() {
        return type.bounds().isEmpty() ? help : help + " " + type.bounds();
    }
}
