package org.assay.cli;

import java.nio.file.Path;

import picocli.CommandLine.Option;

import org.assay.app.Case;

/** The case that a command works on. */
final class CaseOption {

    @Option(names = {"-c", "--case"}, required = true, paramLabel = "CASE", defaultValue = "${env:ASSAY_CASE}",
            description = "The case file; the environment's ASSAY_CASE is taken where this is left out.")
    private Path file;

    Case open() {
        return Case.open(file);
    }
}
