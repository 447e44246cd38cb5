package org.assay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import org.assay.app.CaptureSnapshot;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Visible;

/** The command line's entry point: a plain program over the core's jars. */
public final class Main {

    private Main() {
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code;
        if (arguments.length > 0 && arguments[0].equals("capture")) {
            Thread.ofPlatform().daemon().name("assay-warm-up").start(CaptureSnapshot::warmUp);
        }
        try (Interruption interruption = Interruption.onSignal()) {
            code = run(Terminal.of(out, err, System.getenv()), interruption.asked(), arguments);
        }
        out.flush();
        System.exit(code);
    }

    /** Runs one command on {@code terminal} and tells its exit code. */
    static int run(Terminal terminal, AtomicBoolean cancelled, String... arguments) {
        CommandLine line = new CommandLine(new AssayCommand(terminal, cancelled));
        AssayCommand.wanted(arguments).forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setUsageHelpWidth(terminal.width() == 0 ? 100 : Math.max(60, Math.min(120, terminal.width())));
        line.setParameterExceptionHandler((failure, _) -> wrongUsage(terminal, failure));
        line.setExecutionExceptionHandler((failure, _, _) -> failed(terminal, failure));
        return line.execute(arguments);
    }

    private static int wrongUsage(Terminal terminal, ParameterException failure) {
        terminal.err().println("assay: " + Visible.text(failure.getMessage()));
        terminal.err().println("Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Terminal terminal, Exception failure) {
        terminal.out().flush();
        if (failure instanceof AssayException known) {
            terminal.err().println("assay: " + Visible.text(known.getMessage()));
            return known.code() == ErrorCode.WRONG_USAGE ? ExitCode.USAGE : ExitCode.FAILED;
        }
        StackTraceElement[] trace = failure.getStackTrace();
        terminal.err().println("assay: this is a fault of Assay, please report it: " + Visible.text(failure.toString())
                + (trace.length == 0 ? "" : " at " + trace[0]));
        return ExitCode.FAILED;
    }
}
