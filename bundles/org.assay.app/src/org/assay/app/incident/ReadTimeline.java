package org.assay.app.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.app.Case;
import org.assay.model.change.Comparison;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.CustodyAction;
import org.assay.model.incident.EntryLabels;
import org.assay.model.incident.EntryReference;
import org.assay.model.incident.IncidentEntry;
import org.assay.model.incident.Timeline;
import org.assay.model.incident.TimelineEvent;
import org.assay.model.incident.TimelineKind;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Labels;

/** Everything that happened, in order: the incident's log, what was done to the case, and the times of tagged files. */
public record ReadTimeline() {

    private static final Comparator<TimelineEvent> ORDER = Comparator.comparing(TimelineEvent::at).thenComparing(TimelineEvent::kind)
            .thenComparing(TimelineEvent::host).thenComparing(TimelineEvent::text);

    /** What of the custody log is in it; what else it tells is in it by the thing itself. */
    private static final Set<CustodyAction> TOLD = Set.of(CustodyAction.PACKED, CustodyAction.VERIFIED, CustodyAction.SEALED,
            CustodyAction.MERGED, CustodyAction.RECOVERED, CustodyAction.REMOVED, CustodyAction.RENAMED);

    /** Who decided what on which host at one time: one event, however many changes it was. */
    private record Decided(Instant at, String host, String analyst, Decision decision, String note) {
    }

    public Timeline run(Case openCase) {
        List<TimelineEvent> events = new ArrayList<>();
        Map<Long, Snapshot> snapshots = openCase.snapshots().stream().collect(Collectors.toMap(Snapshot::id, one -> one));
        openCase.incident().forEach(entry -> events.add(event(entry)));
        snapshots.values().forEach(snapshot -> events.add(event(snapshot)));
        for (Comparison comparison : openCase.comparisons()) {
            events.add(new TimelineEvent(comparison.compared(), TimelineKind.COMPARISON, host(snapshots, comparison.suspect()), "",
                    "comparison %d, of snapshots %d and %d: %,d changes".formatted(comparison.id(), comparison.baseline(),
                            comparison.suspect(), comparison.changes())));
        }
        tags(openCase.tags(), events);
        openCase.custody().stream().filter(entry -> TOLD.contains(entry.action()) || entry.action() == CustodyAction.EXPORTED)
                .forEach(entry -> events.add(new TimelineEvent(entry.written(),
                        entry.action() == CustodyAction.EXPORTED ? TimelineKind.EXPORT : TimelineKind.CUSTODY, "", entry.operator().name(),
                        entry.subject().text() + " " + entry.action().label() + (entry.result().isEmpty() ? "" : ": " + entry.result()))));
        TaggedFiles files = new TaggedFiles(openCase);
        events.addAll(files.events());
        events.sort(ORDER);
        return new Timeline(events, files.leftOut());
    }

    private static TimelineEvent event(IncidentEntry entry) {
        return new TimelineEvent(entry.content().happened(), TimelineKind.ENTRY, entry.content().references().stream()
                .map(EntryReference::host).distinct().collect(Collectors.joining(", ")), entry.content().author(),
                EntryLabels.text(entry.content()));
    }

    private static TimelineEvent event(Snapshot snapshot) {
        return new TimelineEvent(snapshot.started(), snapshot.role() == Role.VERIFICATION ? TimelineKind.VERIFICATION
                : TimelineKind.CAPTURE, snapshot.host(), "", "snapshot %d, %s, %s: %,d items".formatted(snapshot.id(),
                        Labels.of(snapshot.role()), Labels.of(snapshot.state()), snapshot.coverage().items()));
    }

    private static String host(Map<Long, Snapshot> snapshots, long id) {
        return Optional.ofNullable(snapshots.get(id)).map(Snapshot::host).orElse("");
    }

    private static void tags(List<Tag> tags, List<TimelineEvent> events) {
        tags.stream().collect(Collectors.groupingBy(tag -> new Decided(tag.decided(), tag.host(), tag.analyst(), tag.decision(),
                tag.note()), Collectors.counting())).forEach((one, count) -> events.add(new TimelineEvent(one.at(), TimelineKind.TAG,
                        one.host(), one.analyst(), count + (count == 1 ? " change: " : " changes: ") + Labels.of(one.decision())
                                + (one.note().isEmpty() ? "" : ", " + one.note()))));
    }
}
