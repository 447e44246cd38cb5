package org.assay.startup.format;

/** Fuzz target: a JSON file of which a location selects values. */
public final class JsonValuesFuzz {

    private JsonValuesFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new JsonValues(), input);
    }
}
