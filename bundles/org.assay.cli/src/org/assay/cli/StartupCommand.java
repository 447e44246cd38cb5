package org.assay.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.app.ListStartup;
import org.assay.app.StartupList;
import org.assay.model.StartupRow;

/** {@code assay startup}: lists what starts by itself. */
@Command(name = "startup",
        description = "List what starts by itself, the gravest first: each entry with the verdict on it and on the file it starts.",
        footer = {"", "Example:", "  assay startup -c outbreak", "  assay startup -c outbreak --all -f json"})
final class StartupCommand extends CommandOnCase {

    @Mixin
    private ComparisonOption comparison;

    @Mixin
    private FormatOption format;

    @Option(names = "--all", description = "Also entries that are as in the baseline.")
    private boolean all;

    @Override
    int run(Case openCase) {
        StartupList list;
        try (AssayCommand.Watch watch = assay().watch()) {
            list = new ListStartup(comparison.in(openCase)).run(openCase, watch.progress());
        }
        List<StartupRow> shown = list.rows().stream().filter(row -> all || !StartupListing.isQuiet(row)).toList();
        StartupListing.listing(ChangeListing.facts(list.comparison(), list.baselineGaps(), list.suspectGaps()), shown)
                .print(format.format(), assay().terminal());
        if (format.isTable() && shown.size() < list.rows().size()) {
            assay().terminal().out().println("and " + (list.rows().size() - shown.size())
                    + " entries as in the baseline (--all lists them)");
        }
        GapNotice.ofStartup(assay().terminal(), list.unread());
        GapNotice.ofComparison(assay().terminal(), list.baselineGaps(), list.suspectGaps());
        return ExitCode.ofComparison(list.rows().stream().anyMatch(row -> !StartupListing.isQuiet(row)),
                !list.baselineGaps().isEmpty() || !list.suspectGaps().isEmpty() || !list.unread().isEmpty());
    }
}
