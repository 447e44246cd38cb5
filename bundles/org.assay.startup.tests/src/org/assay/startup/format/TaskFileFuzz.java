package org.assay.startup.format;

/** Fuzz target: the file of a scheduled task, XML or a binary job. */
public final class TaskFileFuzz {

    private TaskFileFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new JobFile(), input);
        FormatChecks.check(new TaskFile(), input);
    }
}
