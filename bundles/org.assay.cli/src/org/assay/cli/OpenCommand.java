package org.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import org.assay.app.Case;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.Program;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/** {@code assay open}: opens the workbench, with a case or without one. */
@Command(name = "open", description = "Open the workbench, with a case or without one.",
        footer = {"", "Example:", "  assay open outbreak"})
final class OpenCommand implements Callable<Integer> {

    @ParentCommand
    private AssayCommand assay;

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = Program.WAIT_SECONDS, description = Program.WAIT)
    private int waitSeconds;

    @Parameters(paramLabel = "CASE", arity = "0..1", defaultValue = "${env:ASSAY_CASE}",
            description = "The case file; by default that of the environment variable ASSAY_CASE, or none.")
    private Optional<Path> file;

    @Override
    public Integer call() {
        List<String> command = new ArrayList<>();
        file.map(this::checked).ifPresent(caseFile -> command.addAll(List.of("-case", caseFile.toString())));
        Path workbench = Optional.ofNullable(System.getProperty("assay.home")).map(home -> Path.of(home, "assay-workbench"))
                .filter(Files::isExecutable)
                .orElseThrow(() -> new AssayException(ErrorCode.SOURCE,
                        "the workbench is not where this Assay was started from: start it with the product's own start script"));
        command.addFirst(workbench.toString());
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0
                    ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "the workbench cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssayException(ErrorCode.CANCELLED, "stopped while the workbench was open", e);
        }
    }

    /** The case's file, once it is known that it can be opened; what cannot is said here and not in a window. */
    private Path checked(Path file) {
        try (Case openCase = Case.open(file, assay.waiting(waitSeconds), "")) {
            return openCase.file();
        }
    }
}
