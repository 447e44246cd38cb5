package org.assay.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/** What a use case is told: values by argument. */
public final class ArgumentValues {

    private final Map<Argument<?>, Object> given = new HashMap<>();

    /** Gives a value, in place of an earlier one. */
    public <T> void put(Argument<T> argument, T value) {
        given.put(argument, value);
    }

    /** The same values, to be changed. */
    public ArgumentValues copy() {
        ArgumentValues copy = new ArgumentValues();
        copy.given.putAll(given);
        return copy;
    }

    /** Forgets the value of {@code argument}. */
    public void remove(Argument<?> argument) {
        given.remove(argument);
    }

    /** The value given, or the preset one. */
    @SuppressWarnings("unchecked") // put allows no other type
    public <T> Optional<T> find(Argument<T> argument) {
        return given.containsKey(argument) ? Optional.of((T) given.get(argument)) : argument.preset();
    }

    /**
     * The value given, or the preset one.
     *
     * @throws AssayException {@code WRONG_USAGE} with a sentence when there is none
     */
    public <T> T get(Argument<T> argument) {
        return find(argument).orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, missing(argument)));
    }

    /** Those of {@code arguments} that are required and have no value, or a blank text, in their order. */
    public List<Argument<?>> missing(Collection<Argument<?>> arguments) {
        return arguments.stream().<Argument<?>>map(argument -> argument).filter(Argument::required)
                .filter(argument -> find(argument).map(String::valueOf).orElse("").isBlank()).toList();
    }

    /** That a value is missing, and which, as a sentence. */
    public static String missing(Argument<?> argument) {
        return argument.label() + " is missing. " + argument.description();
    }
}
