package org.assay.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicBoolean;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import org.assay.cli.command.Program;
import org.assay.cli.command.Watch;
import org.assay.cli.fleet.FleetCommand;
import org.assay.cli.incident.IncidentCommand;
import org.assay.cli.output.Terminal;
import org.assay.model.Progress;
import org.assay.model.casefile.CaseWait;

/** The program itself; everything is done by its subcommands. */
@Command(name = "assay", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true, versionProvider = AssayCommand.Version.class,
        sortOptions = false,
        description = "Takes hash baselines of file systems and registry data, shows what changed and the startup entries, and exports"
                + " the remediation.",
        footer = {"", "Exit codes: 0 nothing differs, 1 something differs, 2 done but with gaps, 3 failed, 64 wrong usage.",
                "", "Example:", "  assay demo"})
final class AssayCommand implements Runnable, Program {

    /** Tells the version from the manifest of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Assay " + Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("0.1.0")};
        }
    }

    /** The commands by their names, in the order in which the help lists them. */
    private static final SequencedMap<String, Class<?>> COMMANDS = commands();

    private final Terminal terminal;
    private final AtomicBoolean cancelled;

    private Optional<String> stored = Optional.empty();

    @Spec
    private CommandSpec spec;

    AssayCommand(Terminal terminal, AtomicBoolean cancelled) {
        this.terminal = terminal;
        this.cancelled = cancelled;
    }

    private static SequencedMap<String, Class<?>> commands() {
        SequencedMap<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("case", CaseCommand.class);
        commands.put("capture", CaptureCommand.class);
        commands.put("snapshots", SnapshotsCommand.class);
        commands.put("gaps", GapsCommand.class);
        commands.put("items", ItemsCommand.class);
        commands.put("write", WriteCommand.class);
        commands.put("compare", CompareCommand.class);
        commands.put("changes", ChangesCommand.class);
        commands.put("fleet", FleetCommand.class);
        commands.put("incident", IncidentCommand.class);
        commands.put("show", ShowCommand.class);
        commands.put("leads", LeadsCommand.class);
        commands.put("startup", StartupCommand.class);
        commands.put("findings", FindingsCommand.class);
        commands.put("policy", PolicyCommand.class);
        commands.put("tag", TagCommand.class);
        commands.put("tags", TagsCommand.class);
        commands.put("accept", AcceptCommand.class);
        commands.put("export", ExportCommand.class);
        commands.put("verify-remediation", VerifyRemediationCommand.class);
        commands.put("remedy", RemedyCommand.class);
        commands.put("keys", KeysCommand.class);
        commands.put("seal", SealCommand.class);
        commands.put("stamp", StampCommand.class);
        commands.put("seals", SealsCommand.class);
        commands.put("custody", CustodyCommand.class);
        commands.put("demo", DemoCommand.class);
        commands.put("open", OpenCommand.class);
        return Collections.unmodifiableSequencedMap(commands);
    }

    /**
     * Which commands are described for {@code arguments}: the one that is asked for, for to describe all takes longer than most of them
     * run; none for the version alone; all where it is not clear which.
     */
    static Collection<Class<?>> requested(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        if (arguments.length == 1 && (first.equals("-V") || first.equals("--version"))) {
            return List.of();
        }
        return COMMANDS.containsKey(first) ? List.of(COMMANDS.get(first)) : COMMANDS.values();
    }

    @Override
    public Terminal terminal() {
        return terminal;
    }

    @Override
    public void stored(String what) {
        stored = Optional.of(what);
    }

    /** What the command has put into the case by now, for people. */
    Optional<String> stored() {
        return stored;
    }

    @Override
    public CaseWait waiting(int seconds) {
        return new CaseWait(Duration.ofSeconds(Math.max(0, seconds)), notice -> terminal.warn("assay: " + notice), cancelled::get);
    }

    @Override
    public Watch watch() {
        if (terminal.live()) {
            ProgressLine line = ProgressLine.on(terminal, cancelled);
            return new Watch(line, line::close);
        }
        return new Watch(Progress.quiet(cancelled::get), () -> { });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
