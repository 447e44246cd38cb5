package org.assay.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import org.assay.app.Case;

/** A command that works on one open case. */
abstract class CommandOnCase implements Callable<Integer> {

    @ParentCommand
    private AssayCommand assay;

    @Option(names = {"-c", "--case"}, required = true, paramLabel = "CASE", defaultValue = "${env:ASSAY_CASE}",
            description = "The case file; the environment's ASSAY_CASE is taken where this is left out.")
    private Path file;

    AssayCommand assay() {
        return assay;
    }

    @Override
    public final Integer call() {
        check();
        try (Case openCase = onlyReads() ? Case.openToRead(file) : Case.open(file)) {
            return run(openCase);
        }
    }

    /** Refuses a command line that can mean nothing, before the case is opened. */
    void check() {
    }

    /** Whether the command leaves the case as it is. */
    boolean onlyReads() {
        return false;
    }

    /** Does the command's work and tells its exit code. */
    abstract int run(Case openCase);
}
