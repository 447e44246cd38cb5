package org.assay.startup.format;

/** Fuzz target: a batch file. */
public final class BatchFileFuzz {

    private BatchFileFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new BatchFile(), input);
    }
}
