package org.assay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import org.assay.app.Case;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;

/** {@code assay open}: opens a case in the workbench. */
@Command(name = "open", description = "Open a case in the workbench.", footer = {"", "Example:", "  assay open outbreak"})
final class OpenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CASE", description = "The case file.")
    private Path file;

    @Override
    public Integer call() {
        Path caseFile;
        try (Case openCase = Case.open(file)) {
            caseFile = openCase.file();
        }
        Path workbench = Optional.ofNullable(System.getProperty("assay.home")).map(home -> Path.of(home, "assay-workbench"))
                .filter(Files::isExecutable)
                .orElseThrow(() -> new AssayException(ErrorCode.SOURCE,
                        "the workbench is not where this Assay was started from: start it with the product's own start script"));
        try {
            return new ProcessBuilder(workbench.toString(), "-case", caseFile.toString()).inheritIO().start().waitFor() == 0
                    ? ExitCode.OK : ExitCode.FAILED;
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "the workbench cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssayException(ErrorCode.CANCELLED, "stopped while the workbench was open", e);
        }
    }
}
