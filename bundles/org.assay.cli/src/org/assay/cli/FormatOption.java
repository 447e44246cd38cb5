package org.assay.cli;

import picocli.CommandLine.Option;

import org.assay.cli.output.Format;

/** The format of a command that lists. */
final class FormatOption {

    @Option(names = {"-f", "--format"}, paramLabel = "FORMAT", defaultValue = "TABLE",
            description = "table (fits the terminal), json (exact) or csv. The default is table.")
    private Format format;

    Format format() {
        return format;
    }

    boolean isTable() {
        return format == Format.TABLE;
    }
}
