package org.assay.startup.format;

/** Fuzz target: a property list, binary or XML, as any, as a job of launchd, as its overrides and as background items. */
public final class PropertyListFuzz {

    private PropertyListFuzz() {
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FormatChecks.check(new PlistValues(), input);
        FormatChecks.check(new LaunchdJob(), input);
        FormatChecks.check(new LaunchdOverrides(), input);
        FormatChecks.check(new BackgroundItems(), input);
    }
}
