package org.assay.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import org.assay.app.Case;
import org.assay.app.ListChanges;
import org.assay.cli.option.ExaminerOption;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.Comparison;

/** A command that works on one open case. */
public abstract class CommandOnCase implements Callable<Integer>, Described {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-c", "--case"}, required = true, scope = ScopeType.INHERIT, paramLabel = "CASE", defaultValue = "${env:ASSAY_CASE}",
            description = "The case file; by default that of the environment variable ASSAY_CASE.")
    private Path file;

    @Option(names = "--wait", scope = ScopeType.INHERIT, paramLabel = "SECONDS", defaultValue = Program.WAIT_SECONDS,
            description = Program.WAIT)
    private int waitSeconds;

    @Mixin
    private ExaminerOption examiner;

    private LineArguments line;

    @Override
    public final void describe(LineArguments arguments) {
        line = arguments;
        takeArguments(arguments);
    }

    /** Says which arguments of use cases the command takes. */
    protected void takeArguments(LineArguments arguments) {
    }

    /** The arguments that the command takes, with what the command line gave. */
    protected final LineArguments line() {
        return line;
    }

    /** The comparison that the command line names, or the latest. */
    protected final long comparison(Case openCase) {
        Optional<Long> number = line.values().find(ListChanges.COMPARISON);
        if (number.isPresent()) {
            return openCase.comparison(number.get()).id();
        }
        return openCase.latestComparison().map(Comparison::id).orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE,
                "the case holds no comparison yet: run 'assay compare BASELINE SUSPECT' first"));
    }

    /** Under whose name decisions are made where none is given. */
    protected final String analyst() {
        return examiner.name().isEmpty() ? System.getProperty("user.name", "analyst") : examiner.name();
    }

    protected final Program assay() {
        return (Program) spec.root().userObject();
    }

    @Override
    public final Integer call() {
        check();
        return within(onlyReads(), this::run);
    }

    /** Opens the case and does some work. */
    protected final int within(boolean reads, ToIntFunction<Case> work) {
        CaseWait wait = assay().waiting(waitSeconds);
        try (Case openCase = reads ? Case.openToRead(file, wait, examiner.name()) : Case.open(file, wait, examiner.name())) {
            int code = work.applyAsInt(openCase);
            openCase.remarks().forEach(remark -> assay().terminal().warn("remark: " + remark));
            return code;
        }
    }

    /** Refuses a command line that can mean nothing, before the case is opened. */
    protected void check() {
    }

    /** Whether the command leaves the case as it is. */
    protected boolean onlyReads() {
        return false;
    }

    /** Does the command's work and tells its exit code. */
    protected abstract int run(Case openCase);
}
