package org.assay.cli;

import java.util.concurrent.atomic.AtomicBoolean;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import org.assay.model.Progress;

/** The program itself; everything is done by its subcommands. */
@Command(name = "assay", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true, versionProvider = Version.class,
        sortOptions = false, subcommands = {CaseCommand.class, CaptureCommand.class, SnapshotsCommand.class, GapsCommand.class,
                CompareCommand.class, ChangesCommand.class, StartupCommand.class, TagCommand.class, TagsCommand.class, ExportCommand.class,
                DemoCommand.class, OpenCommand.class},
        description = "Takes hash baselines of file systems and registry data, shows what changed and what starts by itself, and exports"
                + " the remediation.",
        footer = {"", "Exit codes: 0 nothing differs, 1 something differs, 2 done but with gaps, 3 failed, 64 wrong usage.",
                "", "Example:", "  assay demo"})
final class AssayCommand implements Runnable {

    private final Terminal terminal;
    private final AtomicBoolean cancelled;

    @Spec
    private CommandSpec spec;

    AssayCommand(Terminal terminal, AtomicBoolean cancelled) {
        this.terminal = terminal;
        this.cancelled = cancelled;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Progress on a line of the terminal, or none in a pipe; close it before anything else is written. */
    Watch watch() {
        if (terminal.live()) {
            ProgressLine line = ProgressLine.on(terminal, cancelled);
            return new Watch(line, line::close);
        }
        return new Watch(new SilentProgress(cancelled), () -> { });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Progress for the time of one long work. */
    record Watch(Progress progress, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }
}
