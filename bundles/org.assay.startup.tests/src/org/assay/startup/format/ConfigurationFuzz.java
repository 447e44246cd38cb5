package org.assay.startup.format;

import java.util.List;

/** Fuzz target: files of Unix whose lines name programs. */
public final class ConfigurationFuzz {

    private static final List<String> COLUMNS = List.of(":7", " 6+", "^6", "|", ";2", "**", "");

    private ConfigurationFuzz() {
    }

    /** Takes one input, which each of these formats reads. */
    public static void fuzzerTestOneInput(byte[] input) {
        List.of(new AuthorizedKeys(), new EnvironmentFile(), new PamRules(), new ShellStartup())
                .forEach(format -> FormatChecks.check(format, input));
        COLUMNS.forEach(select -> FormatChecks.check(new Columns().read(Places.of("columns", select), input), input.length));
    }
}
