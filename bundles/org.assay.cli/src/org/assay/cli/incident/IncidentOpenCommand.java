package org.assay.cli.incident;

import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.assay.app.Case;
import org.assay.app.incident.ListOpenSystems;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.text.Labels;

/** {@code assay incident open}: lists what is switched off. */
@Command(name = "open", description = "List what was switched off and is not on again: since when, by whom and why. Exit code 1 when"
        + " there is something.",
        footer = {"", "Example:", "  assay incident open -c outbreak"})
final class IncidentOpenCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        ListOpenSystems.Outcome outcome = new ListOpenSystems().run(openCase);
        new Listing<>("off", Map.of("closed", outcome.closed()), List.of(
                ListColumn.<IncidentEntry>fixed("entry", "Entry", IncidentEntry::number),
                ListColumn.<IncidentEntry>fixed("system", "System", row -> off(row).system()),
                ListColumn.<IncidentEntry>fixed("kind", "Kind", row -> Labels.of(off(row).kind())),
                ListColumn.<IncidentEntry>fixed("since", "Since", row -> row.content().happened()),
                ListColumn.<IncidentEntry>fixed("author", "By", row -> row.content().author()),
                ListColumn.<IncidentEntry>elastic("why", "Why", row -> row.content().text())), outcome.off())
                .print(format.format(), assay().terminal());
        if (format.isTable()) {
            assay().terminal().say(outcome.off().isEmpty() ? "nothing is off; the incident is " + (outcome.closed() ? "closed" : "open")
                    : outcome.off().size() + " off");
        }
        return outcome.off().isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private static EntryDetail.SwitchedOff off(IncidentEntry entry) {
        return (EntryDetail.SwitchedOff) entry.content().detail();
    }
}
