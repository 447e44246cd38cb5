package org.assay.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.assay.app.Case;
import org.assay.app.ChangeList;
import org.assay.app.CompareSnapshots;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;
import org.assay.cli.option.FormatOption;

/** {@code assay compare}: compares two snapshots, stores the comparison and lists its changes. */
@Command(name = "compare", description = "Compare two snapshots, store the comparison, and list its changes, most severe first.",
        footer = {"", "Example:", "  assay compare -c outbreak 1 2"})
final class CompareCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Override
    protected void takeArguments(LineArguments line) {
        line.options(CompareSnapshots.OPTIONS);
        line.position(CompareSnapshots.BASELINE);
        line.position(CompareSnapshots.SUSPECT);
    }

    @Override
    protected int run(Case openCase) {
        ChangeList changes;
        try (Watch watch = assay().watch()) {
            changes = CompareSnapshots.of(line().values()).run(openCase, watch.progress());
        }
        assay().stored("The comparison was made and is stored as number " + changes.comparison().id() + ": assay changes --comparison "
                + changes.comparison().id() + " lists it.");
        return new ChangeListing(assay().terminal(), format, false).print(changes, changes.changes());
    }
}
