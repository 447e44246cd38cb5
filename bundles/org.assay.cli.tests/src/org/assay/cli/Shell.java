package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import org.assay.cli.command.ExitCode;
import org.assay.cli.output.Terminal;

/** Runs commands as a script does, in this process, and keeps what they wrote. */
final class Shell {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Runs one command in a pipe and tells its exit code; what earlier commands wrote is forgotten. */
    int run(String... arguments) {
        return run(0, false, arguments);
    }

    /** Makes a new case in {@code folder} and tells its name. */
    String newCase(Path folder) {
        String caseFile = folder.resolve("case").toString();
        assertEquals(ExitCode.OK, run("case", "new", caseFile));
        return caseFile;
    }

    int run(int width, boolean colour, String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(stream(out), stream(err), width, colour, false);
        return Main.run(terminal, new AtomicBoolean(), arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
