package org.assay.startup.format;

/** Fuzz target: a template of an Office program. */
public final class OfficeTemplateFuzz {

    private OfficeTemplateFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        OfficeTemplate format = new OfficeTemplate();
        FormatChecks.check(format, input);
        format.isInert(input);
    }
}
