package org.assay.cli.remedy;

import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import org.assay.app.remedy.RemedyOffline;
import org.assay.app.remedy.RemedyOffline.Outcome;
import org.assay.app.remedy.RemedyOffline.Row;
import org.assay.cli.command.Described;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Program;
import org.assay.cli.command.Watch;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.Colour;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;

/** {@code assay remedy offline}: carries out an export's plan on mounted disks. */
@Command(name = "offline", description = {"Carry out the plan of an export on the mounted disks of a machine that does not run: the"
        + " registry in its hives, and files. Without --apply nothing is changed: all is checked, and what would happen is listed. It can"
        + " be run again at any time, also after it was killed.",
        "Exit code 0: everything is done, was done earlier or is not there, or would be. 1: something was left as it is."},
        footer = {"", "Example:", "  assay remedy offline --tree C=/mnt/pc17 --quarantine /evidence/pc17 remediation",
                "  assay remedy offline --tree C=/mnt/pc17 --quarantine /evidence/pc17 --apply remediation",
                "  assay remedy log /evidence/pc17/remedy-log.txt"})
public final class OfflineCommand implements Callable<Integer>, Described {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FormatOption format;

    private LineArguments line;

    @Override
    public void describe(LineArguments arguments) {
        line = arguments;
        line.option(RemedyOffline.TREES);
        line.option(RemedyOffline.QUARANTINE);
        line.option(RemedyOffline.GOLD);
        line.option(RemedyOffline.APPLY);
        line.option(RemedyOffline.UNDO);
        line.position(RemedyOffline.EXPORT);
    }

    @Override
    public Integer call() {
        Program assay = (Program) spec.root().userObject();
        RemedyOffline work = RemedyOffline.of(line.values());
        Outcome outcome;
        try (Watch watch = assay.watch()) {
            outcome = work.run(watch.progress());
        }
        print(work, outcome, assay.terminal());
        return outcome.count("left") > 0 ? ExitCode.DIFFERENT : ExitCode.OK;
    }

    private void print(RemedyOffline work, Outcome outcome, Terminal terminal) {
        if (!outcome.results().isEmpty() || !format.isTable()) {
            listing(work, outcome).print(format.format(), terminal);
        }
        if (format.isTable()) {
            terminal.say(outcome.count("done") + (work.apply() ? " done, " : " would be done, ") + outcome.count("already")
                    + " done earlier, " + outcome.count("absent") + " not there, " + outcome.count("left")
                    + (work.apply() ? " left as they are" : " would be left as they are"));
            if (outcome.manualSteps() > 0) {
                terminal.say(outcome.manualSteps() + " steps of the plan are left to a person: README.txt of the export lists them");
            }
            if (!work.apply()) {
                terminal.say("this was a preview and nothing was changed: give --apply to do it");
            }
        }
    }

    private static Listing<Row> listing(RemedyOffline work, Outcome outcome) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("applied", work.apply());
        facts.put("undo", work.undo());
        facts.put("manual_steps", outcome.manualSteps());
        return new Listing<>("steps", facts, List.of(
                ListColumn.<Row>fixed("result", "Result", Row::result),
                ListColumn.<Row>fixed("step", "Step", Row::step),
                ListColumn.<Row>fixed("change", "Change", Row::change),
                ListColumn.<Row>elastic("location", "Location", row -> row.location().text()),
                ListColumn.<Row>exact("components", row -> row.location().components()),
                new ListColumn<Row>("said", "Said", Row::text, _ -> Colour.NONE, ListColumn.Cut.END)), outcome.results());
    }
}
