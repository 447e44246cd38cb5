package org.assay.cli.option;

import picocli.CommandLine.Option;

import org.assay.cli.output.Format;

/** The format of a command that lists. */
public final class FormatOption {

    @Option(names = {"-f", "--format"}, paramLabel = "FORMAT", defaultValue = "TABLE",
            description = "table (fits the terminal), json (exact) or csv. The default is table.")
    private Format format;

    public Format format() {
        return format;
    }

    public boolean isTable() {
        return format == Format.TABLE;
    }
}
