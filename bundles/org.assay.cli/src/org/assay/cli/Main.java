package org.assay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import org.assay.app.CaptureSnapshot;
import org.assay.cli.command.Described;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.cli.output.Terminal;

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
            // what fails there fails in the command as well, which tells it
            Thread.ofPlatform().daemon().name("assay-warm-up").uncaughtExceptionHandler((_, _) -> { }).start(CaptureSnapshot::warmUp);
        }
        try (Interruption interruption = Interruption.onSignal()) {
            code = run(Terminal.of(out, err, System.getenv()), interruption.asked(), arguments);
            // once the interruption is closed, a process that was told to end does
            out.flush();
        } catch (Error failure) {
            code = failedForGood(err, failure);
        }
        out.flush();
        System.exit(code);
    }

    /** What not even {@link #run} could report: here, nothing more can be loaded for sure. */
    private static int failedForGood(PrintStream err, Error failure) {
        try {
            return Failure.report(err, failure, Optional.empty());
        } catch (Error second) {
            err.println("assay: Java cannot go on: there is too little memory, or too few files may be open (ulimit -n). " + second);
            Runtime.getRuntime().halt(ExitCode.FAILED);
            return ExitCode.FAILED;
        }
    }

    /** Runs one command on {@code terminal} and tells its exit code. */
    static int run(Terminal terminal, AtomicBoolean cancelled, String... arguments) {
        AssayCommand assay = new AssayCommand(terminal, cancelled);
        CommandLine line = new CommandLine(assay);
        AssayCommand.requested(arguments).forEach(type -> line.addSubcommand(described(type)));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setUsageHelpWidth(terminal.width() == 0 ? 100 : Math.max(60, Math.min(120, terminal.width())));
        line.setParameterExceptionHandler((failure, _) -> wrongUsage(terminal, failure));
        line.setExecutionExceptionHandler((failure, _, _) -> failed(assay, failure));
        try {
            return line.execute(arguments);
        } catch (Error failure) {
            return failed(assay, failure);
        }
    }

    /** The whole command line, which does nothing by itself: for whoever writes pages and completions of it. */
    public static CommandLine described() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        CommandLine line = new CommandLine(new AssayCommand(new Terminal(nowhere, nowhere, 0, false, false), new AtomicBoolean()));
        AssayCommand.requested().forEach(type -> line.addSubcommand(described(type)));
        return line;
    }

    private static CommandLine described(Class<?> type) {
        CommandLine command = new CommandLine(type);
        describe(command);
        command.getSubcommands().values().forEach(Main::describe);
        return command;
    }

    private static void describe(CommandLine command) {
        if (command.getCommand() instanceof Described described) {
            described.describe(new LineArguments(command.getCommandSpec()));
        }
    }

    private static int wrongUsage(Terminal terminal, ParameterException failure) {
        terminal.warn("assay: " + failure.getMessage());
        terminal.warn("Try '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(AssayCommand assay, Throwable failure) {
        assay.terminal().out().flush();
        return Failure.report(assay.terminal().err(), failure, assay.stored());
    }
}
