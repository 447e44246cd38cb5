package org.assay.startup.format;

/** Fuzz target: a shell link. */
public final class ShortcutFuzz {

    private ShortcutFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new Shortcut(), input);
    }
}
