package org.assay.cli.fleet;

import java.util.Locale;

import picocli.CommandLine.Command;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.ChangeSelection;
import org.assay.app.TagChanges;
import org.assay.app.fleet.FleetArguments;
import org.assay.app.fleet.TagFleet;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;

/** {@code assay fleet tag}: records what is decided on changes of the fleet. */
@Command(name = "tag", description = "Record a decision on changes of the fleet: on every host that has them. The numbers"
        + " are those of 'assay"
        + " fleet changes', with the same --baseline, --groups and --group.",
        footer = {"", "Example:", "  assay fleet tag -c outbreak quarantine --glob 'C:/**.vbs' --note LoveLetter",
                "  assay fleet tag -c outbreak accept --change 12,13"})
final class FleetTagCommand extends CommandOnCase {

    @Override
    protected void takeArguments(LineArguments line) {
        line.position(TagChanges.DECISION);
        line.option(ChangeSelection.CHANGES);
        line.option(ChangeSelection.GLOB);
        line.option(TagChanges.NOTE);
        line.option(TagChanges.ANALYST);
        line.options(FleetArguments.ALL);
    }

    @Override
    protected void check() {
        line().require(() -> ChangeSelection.of(line().values()));
    }

    @Override
    protected int run(Case openCase) {
        ArgumentValues values = line().values();
        TagFleet.Outcome outcome;
        try (Watch watch = assay().watch()) {
            outcome = new TagFleet(FleetArguments.of(values), ChangeSelection.of(values), values.get(TagChanges.DECISION),
                    values.get(TagChanges.NOTE), values.find(TagChanges.ANALYST).orElse(analyst())).run(openCase, watch.progress());
        }
        assay().terminal().say(outcome.changes() + " changes on " + outcome.hosts() + " hosts: "
                + values.get(TagChanges.DECISION).name().toLowerCase(Locale.ROOT));
        return ExitCode.OK;
    }
}
