package org.assay.startup.format;

/** Fuzz target: the actions of a scheduled task as the registry keeps them. */
public final class TaskActionsFuzz {

    private TaskActionsFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new TaskActions(), input);
    }
}
