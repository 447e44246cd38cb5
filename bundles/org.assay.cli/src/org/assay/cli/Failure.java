package org.assay.cli;

import java.io.PrintStream;
import java.util.Optional;

import picocli.CommandLine;

import org.assay.cli.amount.Sizes;
import org.assay.cli.command.ExitCode;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.text.Visible;

/**
 * What a command that failed says, and the exit code that follows. An error of the machine (memory, stack, a part that cannot be loaded) is
 * a failure like any other: it must never end with a code that is a verdict.
 */
final class Failure {

    private Failure() {
    }

    /**
     * Says on {@code err} what went wrong in one sentence and what to do.
     *
     * @param stored what the command had put into the case before, so that nobody takes it for lost; empty when nothing
     * @return {@link ExitCode#USAGE} when the command line was wrong, else {@link ExitCode#FAILED}
     */
    static int report(PrintStream err, Throwable failure, Optional<String> stored) {
        err.println("assay: " + sentence(failure));
        stored.ifPresent(what -> err.println("assay: " + what));
        return failure instanceof AssayException known && known.code() == ErrorCode.WRONG_USAGE ? ExitCode.USAGE : ExitCode.FAILED;
    }

    private static String sentence(Throwable failure) {
        return switch (failure) {
            case AssayException known -> Visible.text(known.getMessage());
            case OutOfMemoryError _ -> "the memory that Java may take, " + Sizes.text(Runtime.getRuntime().maxMemory())
                    + ", does not suffice: close other programs, or let Java take more with JAVA_TOOL_OPTIONS=-Xmx4g.";
            case StackOverflowError _ -> "something is nested more deeply than Assay can follow" + place(failure)
                    + "; please report it with what it was run on.";
            case LinkageError _ -> "a part of Assay or of Java could not be loaded (" + Visible.text(failure.toString())
                    + "): the installation is incomplete, or this process may open too few files (ulimit -n).";
            case InternalError _ -> "Java itself failed (" + Visible.text(failure.toString())
                    + "): a disk that is full or unreadable, or a limit on open files (ulimit -n) does this.";
            // picocli wraps an Error that stopped a command
            case CommandLine.ExecutionException wrapped when wrapped.getCause() instanceof Error error -> sentence(error);
            default -> "this is a fault of Assay, please report it: " + Visible.text(failure.toString()) + place(failure);
        };
    }

    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
