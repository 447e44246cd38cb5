package org.assay.cli.incident;

import java.util.List;
import java.util.Map;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.app.incident.ReadTimeline;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.incident.Timeline;
import org.assay.model.incident.TimelineEvent;
import org.assay.model.incident.TimelineKind;
import org.assay.model.text.Labels;

/** {@code assay incident timeline}: everything in order. */
@Command(name = "timeline", description = "List everything in order: the incident's log, captures, comparisons, tags, exports,"
        + " verifications, and the times of files that are tagged quarantine or repair, as the evidence has them.",
        footer = {"", "Example:", "  assay incident timeline -c outbreak",
                "  assay incident timeline -c outbreak --only entry,file -f csv"})
final class IncidentTimelineCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Option(names = "--only", paramLabel = "KIND", split = ",", description = "Only events of these kinds: entry, capture, verification,"
            + " comparison, tag, export, custody or file.")
    private Set<TimelineKind> only = Set.of();

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        Timeline timeline = new ReadTimeline().run(openCase);
        List<TimelineEvent> events = timeline.events().stream().filter(event -> only.isEmpty() || only.contains(event.kind())).toList();
        new Listing<>("events", Map.of("left_out", timeline.leftOut()), List.of(
                ListColumn.<TimelineEvent>fixed("at", "When", TimelineEvent::at),
                ListColumn.<TimelineEvent>fixed("kind", "What", row -> Labels.of(row.kind())),
                ListColumn.<TimelineEvent>elastic("host", "Host", TimelineEvent::host),
                ListColumn.<TimelineEvent>fixed("who", "By", TimelineEvent::who),
                ListColumn.<TimelineEvent>elastic("text", "Event", TimelineEvent::text)), events)
                .print(format.format(), assay().terminal());
        if (timeline.leftOut() > 0) {
            assay().terminal().warn("of tagged files only the earliest times are listed; " + timeline.leftOut() + " later ones are not");
        }
        return ExitCode.OK;
    }
}
