package org.assay.startup.format;

/** Fuzz target: a program information file. */
public final class PifFileFuzz {

    private PifFileFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new PifFile(), input);
    }
}
