package org.assay.startup;

import org.assay.model.TargetOutcome;

/** Something that a host program is told to start. */
sealed interface Part {

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
