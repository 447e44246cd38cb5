package org.assay.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import org.assay.app.RunDemo;
import org.assay.app.incident.RunIncidentDemo;
import org.assay.cli.command.Described;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;
import org.assay.cli.fleet.FleetDemo;
import org.assay.cli.output.Format;
import org.assay.cli.output.Terminal;
import org.assay.model.Severity;
import org.assay.model.change.TaggedChange;
import org.assay.model.startup.StartupRow;

/** {@code assay demo}: the main job once, on a sample outbreak. */
@Command(name = "demo",
        description = "Run the main job once on a sample outbreak of two old worms (harmless placeholder files): capture, compare, tag,"
                + " export. Everything is written below one folder.",
        footer = {"", "Example:", "  assay demo", "  assay demo /tmp/outbreak", "  assay demo --fleet"})
final class DemoCommand implements Callable<Integer>, Described {

    @ParentCommand
    private AssayCommand assay;

    private LineArguments line;

    @Option(names = "--fleet", description = "The same for an office of thirty machines with two variants of one of the worms: which are"
            + " infected, where it began, and what those have that were spared.")
    private boolean fleet;

    @Override
    public void describe(LineArguments arguments) {
        line = arguments;
        line.position(RunDemo.FOLDER);
    }

    @Override
    public Integer call() {
        if (fleet) {
            RunIncidentDemo.Outcome outcome;
            try (Watch watch = assay.watch()) {
                outcome = new RunIncidentDemo(line.values().get(RunDemo.FOLDER)).run(watch.progress());
            }
            return FleetDemo.print(assay.terminal(), outcome);
        }
        RunDemo.Outcome outcome;
        try (Watch watch = assay.watch()) {
            outcome = new RunDemo(line.values().get(RunDemo.FOLDER)).run(watch.progress());
        }
        Terminal terminal = assay.terminal();
        terminal.say(ChangeListing.heading(outcome.changes().comparison(), outcome.changes().baseline(),
                outcome.changes().suspect(), outcome.changes().gaps()));
        List<TaggedChange> severe = outcome.changes().changes().stream()
                .filter(row -> row.change().severity().compareTo(Severity.MEDIUM) >= 0).toList();
        ChangeListing.listing(Map.of(), severe).print(Format.TABLE, terminal);
        terminal.say("and " + (outcome.changes().changes().size() - severe.size()) + " less severe changes");
        terminal.say("");
        terminal.say("Startup entries that differ from the baseline:");
        List<StartupRow> rows = outcome.startup().rows().stream().filter(row -> !StartupListing.isQuiet(row)).toList();
        StartupListing.listing(Map.of(), rows, Format.TABLE).print(Format.TABLE, terminal);
        terminal.say("");
        ExportCommand.print(terminal, outcome.export());
        terminal.say("");
        terminal.say("The case: " + outcome.caseFile());
        terminal.say("See it in the workbench: " + quoted(System.getenv().getOrDefault("ASSAY_COMMAND", "assay")) + " open "
                + quoted(outcome.caseFile().toString()));
        return ExitCode.OK;
    }

    /** One word of a shell's command line (POSIX, 2.2.2). */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
