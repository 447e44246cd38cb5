package org.assay.app.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import org.assay.app.Case;
import org.assay.model.change.Comparison;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.incident.TimelineEvent;
import org.assay.model.incident.TimelineKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/**
 * The times of files that are tagged quarantine or repair, as the evidence has them: of each host those of its latest comparison. Where
 * there are very many, the earliest.
 */
final class TaggedFiles {

    /** More than anybody reads, and few enough to be held at once. */
    private static final int MAX_EVENT_COUNT = 10_000;
    private static final Set<Decision> MEANT = Set.of(Decision.QUARANTINE, Decision.REPAIR);

    /** The latest first. */
    private final PriorityQueue<TimelineEvent> earliest = new PriorityQueue<>(Comparator.comparing(TimelineEvent::at).reversed());
    private long leftOut;

    TaggedFiles(Case openCase) {
        Map<String, Comparison> latest = new HashMap<>();
        Set<String> tagged = openCase.tags().stream().filter(tag -> MEANT.contains(tag.decision())).map(Tag::host)
                .collect(Collectors.toSet());
        for (Comparison comparison : openCase.comparisons()) {
            latest.merge(openCase.snapshot(comparison.suspect()).host(), comparison, BinaryOperator.maxBy(Comparison.EARLIEST_FIRST));
        }
        latest.forEach((host, comparison) -> {
            if (tagged.contains(host)) {
                openCase.taggedChanges(comparison).forEach(change -> add(host, change));
            }
        });
    }

    private void add(String host, TaggedChange row) {
        boolean meant = row.tag().filter(tag -> MEANT.contains(tag.decision())).isPresent();
        if (meant && row.change().after().orElse(null) instanceof FileItem file && file.kind() == FileKind.FILE) {
            Optional<Instant> created = file.times().created();
            add(new TimelineEvent(file.modified(), TimelineKind.FILE, host, "", file.location().text() + " last written"));
            created.ifPresent(time -> add(new TimelineEvent(time, TimelineKind.FILE, host, "", file.location().text() + " made")));
        }
    }

    private void add(TimelineEvent event) {
        earliest.add(event);
        if (earliest.size() > MAX_EVENT_COUNT) {
            earliest.poll();
            leftOut++;
        }
    }

    Collection<TimelineEvent> events() {
        return new ArrayList<>(earliest);
    }

    long leftOut() {
        return leftOut;
    }
}
