package org.assay.startup.format;

/** Fuzz target: a list of preloaded libraries. */
public final class PreloadListFuzz {

    private PreloadListFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new PreloadList(), input);
    }
}
