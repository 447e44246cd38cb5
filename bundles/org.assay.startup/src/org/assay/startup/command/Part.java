package org.assay.startup.command;

import java.util.List;

import org.assay.model.TargetOutcome;
import org.assay.startup.text.Words;

/** Something that a host program is told to start. */
public sealed interface Part {

    /** One {@link Line} unless {@code text} is blank. */
    static List<Part> line(String text) {
        return text.isBlank() ? List.of() : List.of(new Line(text.strip()));
    }

    /** One {@link Name} unless {@code text} is blank. */
    static List<Part> name(String text) {
        String name = Words.unquoted(text);
        return name.isBlank() ? List.of() : List.of(new Name(name));
    }

    /** A command line of its own. */
    record Line(String command) implements Part {
    }

    /** A file by its name, blanks and all. */
    record Name(String name) implements Part {
    }

    /** A library by its name. */
    record Library(String name) implements Part {
    }

    /** The classes that an application id hosts. */
    record Application(String id) implements Part {
    }

    /** The library of the service whose command this is. */
    record ServiceLibrary() implements Part {
    }

    /** Nothing to look for. */
    record Settled(TargetOutcome outcome, String path, String remark) implements Part {

        static final Settled SCRIPT = new Settled(TargetOutcome.INLINE_SCRIPT, "", "");
        static final Settled NOTHING = new Settled(TargetOutcome.NONE, "", "");
    }
}
