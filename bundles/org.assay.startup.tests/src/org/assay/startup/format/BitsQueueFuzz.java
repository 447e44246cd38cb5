package org.assay.startup.format;

/** Fuzz target: the jobs in a queue of BITS. */
public final class BitsQueueFuzz {

    private BitsQueueFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new BitsQueue(), input);
    }
}
