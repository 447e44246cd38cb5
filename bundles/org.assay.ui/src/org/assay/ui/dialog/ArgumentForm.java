package org.assay.ui.dialog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.assay.app.Argument;
import org.assay.app.ArgumentValues;
import org.assay.model.AssayException;

/** What is entered for the arguments of a use case, and what is wrong with it. */
final class ArgumentForm {

    private final ArgumentValues values = new ArgumentValues();
    private final Map<Argument<?>, String> problems = new LinkedHashMap<>();

    /** What was entered and can be understood. */
    public ArgumentValues values() {
        return values;
    }

    /** Takes what stands in a field; blank means no value. */
    <T> void enter(Argument<T> argument, String text) {
        values.remove(argument);
        problems.remove(argument);
        if (!text.isBlank()) {
            try {
                values.put(argument, argument.type().read(text.strip()));
            } catch (AssayException e) {
                problems.put(argument, argument.label() + ": " + e.getMessage());
            }
        }
    }

    /** What a field shows at first. */
    <T> String text(Argument<T> argument) {
        return values.find(argument).map(argument.type()::text).orElse("");
    }

    /** What cannot be understood or is missing, as a sentence; empty when nothing is. */
    Optional<String> problem(Collection<Argument<?>> arguments) {
        return problems.values().stream().findFirst()
                .or(() -> values.missing(arguments).stream().findFirst().map(ArgumentValues::missing));
    }
}
