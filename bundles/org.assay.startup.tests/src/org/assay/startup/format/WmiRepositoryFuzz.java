package org.assay.startup.format;

/** Fuzz target: the objects of a WMI repository. */
public final class WmiRepositoryFuzz {

    private WmiRepositoryFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new WmiRepository(), input);
    }
}
