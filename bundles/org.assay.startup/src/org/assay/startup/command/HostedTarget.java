package org.assay.startup.command;

import java.util.List;

import org.assay.model.startup.TargetOutcome;
import org.assay.startup.text.CommandWords;

/** Something that a host program is told to start. */
public sealed interface HostedTarget {

    /** One {@link Line} unless {@code text} is blank. */
    static List<HostedTarget> line(String text) {
        return text.isBlank() ? List.of() : List.of(new Line(text.strip()));
    }

    /** One {@link Name} unless {@code text} is blank. */
    static List<HostedTarget> name(String text) {
        String name = CommandWords.unquoted(text);
        return name.isBlank() ? List.of() : List.of(new Name(name));
    }

    /** A command line of its own. */
    record Line(String command) implements HostedTarget {
    }

    /** A file by its name, blanks and all. */
    record Name(String name) implements HostedTarget {
    }

    /** A library by its name. */
    record Library(String name) implements HostedTarget {
    }

    /** The classes that an application id hosts. */
    record Application(String id) implements HostedTarget {
    }

    /** The library of the service whose command this is. */
    record ServiceLibrary() implements HostedTarget {
    }

    /** Nothing to look for. */
    record Decided(TargetOutcome outcome, String path, String remark) implements HostedTarget {

        static final Decided SCRIPT = new Decided(TargetOutcome.INLINE_SCRIPT, "", "");
        static final Decided NOTHING = new Decided(TargetOutcome.NONE, "", "");
    }
}
