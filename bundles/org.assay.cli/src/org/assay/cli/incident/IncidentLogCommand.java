package org.assay.cli.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.incident.EntryLabels;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.EntryReference;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.IncidentPhase;
import org.assay.model.text.Labels;

/** {@code assay incident log}: lists the entries. */
@Command(name = "log", description = "List the entries of the incident's log by number: when it happened, who noted it and what it"
        + " speaks of.",
        footer = {"", "Example:", "  assay incident log -c outbreak", "  assay incident log -c outbreak --facts --format json"})
final class IncidentLogCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Option(names = "--phase", paramLabel = "PHASE", description = "Only those of this phase: identification, communication, containment,"
            + " eradication, recovery or review.")
    private Optional<IncidentPhase> phase = Optional.empty();

    @Option(names = "--facts", description = "Only the facts.")
    private boolean facts;

    @Option(names = "--told", description = "Only what people were told.")
    private boolean told;

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        List<IncidentEntry> entries = openCase.incident().stream()
                .filter(entry -> phase.filter(only -> only != entry.content().phase()).isEmpty())
                .filter(entry -> !facts || entry.content().detail() instanceof EntryDetail.Fact)
                .filter(entry -> !told || entry.content().detail() instanceof EntryDetail.Told).toList();
        listing(entries).print(format.format(), assay().terminal());
        return ExitCode.OK;
    }

    static Listing<IncidentEntry> listing(List<IncidentEntry> entries) {
        return new Listing<>("entries", Map.of(), List.of(
                ListColumn.<IncidentEntry>fixed("number", "No", IncidentEntry::number),
                ListColumn.<IncidentEntry>fixed("happened", "When", row -> row.content().happened()),
                ListColumn.<IncidentEntry>exact("written", row -> row.written().toString()),
                ListColumn.<IncidentEntry>fixed("author", "By", row -> row.content().author()),
                ListColumn.<IncidentEntry>fixed("phase", "Phase", row -> Labels.of(row.content().phase())),
                ListColumn.<IncidentEntry>fixed("kind", "Kind", row -> EntryLabels.kind(row.content().detail())),
                ListColumn.<IncidentEntry>exact("fact", row -> row.content().detail() instanceof EntryDetail.Fact fact
                        ? fact.type().name() : ""),
                ListColumn.<IncidentEntry>elastic("says", "Says", row -> EntryLabels.text(row.content())),
                ListColumn.<IncidentEntry>exact("text", row -> row.content().text()),
                ListColumn.<IncidentEntry>exact("spent_minutes", row -> row.content().spent().toMinutes()),
                ListColumn.<IncidentEntry>elastic("of", "Of", row -> row.content().references().stream().map(EntryReference::text)
                        .toList())), entries);
    }
}
