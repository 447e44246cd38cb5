package org.assay.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.ChangeList;
import org.assay.app.CompareSnapshots;
import org.assay.app.fleet.CompareFleet;
import org.assay.app.fleet.FleetArguments;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;
import org.assay.cli.fleet.ComparedHosts;
import org.assay.cli.option.FormatOption;

/** {@code assay compare}: compares two snapshots, stores the comparison and lists its changes. */
@Command(name = "compare", description = {"Compare two snapshots, store the comparison, and list its changes, most severe first.",
        "With --all the latest suspect of every host is compared with its baseline, where that was not done before, and each host has a"
                + " line; a host that cannot be compared does not stop the others."},
        footer = {"", "Example:", "  assay compare -c outbreak 1 2", "  assay compare -c outbreak --all --baseline 1"})
final class CompareCommand extends CommandOnCase {

    @Option(names = "--all", description = "Compare every host.")
    private boolean all;

    @Mixin
    private FormatOption format;

    @Override
    protected void takeArguments(LineArguments line) {
        line.options(CompareSnapshots.OPTIONS);
        line.options(FleetArguments.ALL);
        line.optionalPosition(CompareSnapshots.BASELINE);
        line.optionalPosition(CompareSnapshots.SUSPECT);
    }

    @Override
    protected void check() {
        ArgumentValues values = line().values();
        boolean one = values.find(CompareSnapshots.BASELINE).isPresent();
        boolean two = values.find(CompareSnapshots.SUSPECT).isPresent();
        if (all && one) {
            throw line().refusal("--all compares every host: leave out the numbers of snapshots; --baseline N names a baseline for all");
        }
        if (!all && !(one && two)) {
            throw line().refusal("name two snapshots, BASELINE and SUSPECT, or --all for every host");
        }
        List<String> others = FleetArguments.ALL.stream().map(argument -> "--" + argument.name()).filter(line().given()::contains).toList();
        if (!all && !others.isEmpty()) {
            throw line().refusal(String.join(", ", others) + " goes with --all");
        }
    }

    @Override
    protected int run(Case openCase) {
        return all ? compareAll(openCase) : compareTwo(openCase);
    }

    private int compareAll(Case openCase) {
        List<CompareFleet.Row> rows;
        try (Watch watch = assay().watch()) {
            rows = CompareFleet.of(line().values()).run(openCase, watch.progress());
        }
        return ComparedHosts.print(assay().terminal(), format, rows);
    }

    private int compareTwo(Case openCase) {
        ChangeList changes;
        try (Watch watch = assay().watch()) {
            changes = CompareSnapshots.of(line().values()).run(openCase, watch.progress());
        }
        assay().stored("The comparison was made and is stored as number " + changes.comparison().id() + ": assay changes --comparison "
                + changes.comparison().id() + " lists it.");
        return new ChangeListing(assay().terminal(), format, false).print(changes, changes.changes());
    }
}
