package org.assay.app;

import java.util.List;
import java.util.OptionalLong;

import org.assay.model.snapshot.ScopeFilter;

/** What of the evidence is looked at, told to a capture or a comparison. */
public final class SelectionArguments {

    public static final Argument<List<String>> ONLY = Argument.several("only", "Only these places", "Look only at what matches, with all"
            + " that is below: * within a name, ** anything, ? one character; case does not count. A comma in a name is written ?.",
            "GLOB", new ArgumentType.Text(), true);
    public static final Argument<List<String>> EXCLUDED = Argument.several("exclude", "Leave out these places", "Leave out what matches,"
            + " with all that is below.", "GLOB", new ArgumentType.Text(), true);
    public static final Argument<Long> MAX_SIZE = Argument.optional("max-size", "Content up to", "Leave out the content of larger files;"
            + " their names, sizes and times are looked at.", "SIZE", new ArgumentType.Size());

    private SelectionArguments() {
    }

    /** The selection that {@code values} describe. */
    static ScopeFilter of(ArgumentValues values) {
        return new ScopeFilter(values.get(ONLY), values.get(EXCLUDED),
                values.find(MAX_SIZE).map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }
}
