package org.assay.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.app.CatalogueFiles;
import org.assay.app.ListChanges;
import org.assay.app.ListSnapshotStartup;
import org.assay.app.ListStartup;
import org.assay.app.SnapshotStartup;
import org.assay.app.StartupList;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.GapNotice;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;
import org.assay.cli.option.FormatOption;
import org.assay.model.startup.StartupRow;

/** {@code assay startup}: lists startup entries. */
@Command(name = "startup",
        description = "List startup entries, most severe first, each with the verdict on it and on the file it starts.",
        footer = {"", "Example:", "  assay startup -c outbreak", "  assay startup -c outbreak --all -f json",
                "  assay startup -c outbreak --snapshot 2"})
final class StartupCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Option(names = "--all", description = "Also list entries that do not differ from the baseline.")
    private boolean all;

    @Override
    protected void takeArguments(LineArguments line) {
        line.option(ListChanges.COMPARISON);
        line.option(ListSnapshotStartup.SNAPSHOT);
        line.option(CatalogueFiles.ARGUMENT);
    }

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        Optional<Long> snapshot = line().values().find(ListSnapshotStartup.SNAPSHOT);
        return snapshot.isPresent() ? alone(openCase, snapshot.get()) : compared(openCase);
    }

    private CatalogueFiles catalogues() {
        return new CatalogueFiles(line().values().get(CatalogueFiles.ARGUMENT));
    }

    private int alone(Case openCase, long number) {
        SnapshotStartup list;
        try (Watch watch = assay().watch()) {
            list = new ListSnapshotStartup(number, catalogues()).run(openCase, watch.progress());
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("snapshot", list.snapshot().id());
        facts.put("catalogues", CatalogueNotice.facts(list.catalogues()));
        facts.put("complete", list.gaps().isEmpty());
        facts.put("gaps", list.gaps().stream().map(gap -> gap.location().text()).toList());
        StartupListing.listing(facts, list.rows(), format.format()).print(format.format(), assay().terminal());
        CatalogueNotice.print(assay().terminal(), format.format(), list.catalogues(), openCase.snapshotCatalogues(number));
        GapNotice.ofStartup(assay().terminal(), list.unread());
        GapNotice.ofSnapshot(assay().terminal(), list.snapshot(), list.gaps());
        return list.gaps().isEmpty() && list.unread().isEmpty() ? ExitCode.OK : ExitCode.GAPS;
    }

    private int compared(Case openCase) {
        StartupList list;
        try (Watch watch = assay().watch()) {
            list = new ListStartup(comparison(openCase), catalogues()).run(openCase, watch.progress());
        }
        List<StartupRow> shown = list.rows().stream().filter(row -> all || !StartupListing.isQuiet(row)).toList();
        StartupListing.listing(ChangeListing.facts(list.comparison(), list.catalogues(), list.gaps(), list.leftOut()), shown,
                format.format())
                .print(format.format(), assay().terminal());
        if (format.isTable() && shown.size() < list.rows().size()) {
            assay().terminal().say("and " + (list.rows().size() - shown.size())
                    + " entries that do not differ from the baseline (--all lists them)");
        }
        CatalogueNotice.print(assay().terminal(), format.format(), list.catalogues(),
                openCase.comparisonCatalogues(list.comparison().id()));
        GapNotice.ofStartup(assay().terminal(), list.unread());
        GapNotice.ofComparison(assay().terminal(), list.gaps());
        return ExitCode.ofComparison(list.rows().stream().anyMatch(row -> !StartupListing.isQuiet(row)),
                !list.gaps().isEmpty() || !list.unread().isEmpty());
    }
}
