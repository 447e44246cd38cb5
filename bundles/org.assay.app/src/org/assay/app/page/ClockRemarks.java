package org.assay.app.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.change.Comparison;
import org.assay.model.snapshot.Attempt;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Visible;

/**
 * Remarks on what a case dates earlier than what it builds on: a clock was set back meanwhile, or was wrong, so the times in the case do
 * not tell in which order things were done.
 */
public final class ClockRemarks {

    private final Map<Long, Snapshot> snapshots = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();

    private ClockRemarks() {
    }

    /**
     * All of a case, a sentence without a full stop each.
     *
     * @param snapshots by id
     * @param firstDecisions when the first tag of each host was decided
     */
    public static List<String> of(List<Snapshot> snapshots, List<Comparison> comparisons, Map<String, Instant> firstDecisions) {
        ClockRemarks clock = new ClockRemarks();
        Optional<Snapshot> last = Optional.empty();
        for (Snapshot snapshot : snapshots) {
            clock.snapshots.put(snapshot.id(), snapshot);
            clock.attempts(snapshot);
            if (last.isPresent()) {
                clock.require(snapshot.started(), "snapshot " + snapshot.id() + " was begun", last.get().started(),
                        "snapshot " + last.get().id() + ", which the case had already and which was begun");
            }
            last = Optional.of(snapshot);
        }
        comparisons.forEach(clock::comparison);
        clock.tags(comparisons, firstDecisions);
        return List.copyOf(clock.remarks);
    }

    private void attempts(Snapshot snapshot) {
        snapshot.finished().ifPresent(finished -> require(finished, "snapshot " + snapshot.id() + " was finished", snapshot.started(),
                "its begin"));
        Instant before = snapshot.started();
        for (Attempt attempt : snapshot.attempts()) {
            String which = "attempt " + attempt.number() + " at snapshot " + snapshot.id();
            require(attempt.started(), which + " was begun", before, attempt.number() == 1 ? "the snapshot was" : "the attempt before it");
            before = attempt.finished().orElse(attempt.started());
        }
    }

    private void comparison(Comparison comparison) {
        Stream.of(comparison.baseline(), comparison.suspect()).map(snapshots::get).forEach(snapshot -> require(comparison.compared(),
                "comparison " + comparison.id() + " was made", snapshot.finished().orElse(snapshot.started()),
                "snapshot " + snapshot.id() + ", which it is of, was finished"));
    }

    /** A tag holds in later comparisons, too, so the first snapshot of its host that was compared is what it must not be earlier than. */
    private void tags(List<Comparison> comparisons, Map<String, Instant> firstDecisions) {
        Map<String, Instant> firstSeen = comparisons.stream().map(comparison -> snapshots.get(comparison.suspect())).collect(
                Collectors.toMap(Snapshot::host, Snapshot::started, (one, two) -> one.isBefore(two) ? one : two));
        firstDecisions.forEach((host, decided) -> Optional.ofNullable(firstSeen.get(host)).ifPresent(seen -> require(decided,
                "a tag of the host " + Visible.text(host) + " was decided", seen,
                "the first of its snapshots that were compared was begun")));
    }

    private void require(Instant time, String what, Instant earlier, String before) {
        if (time.isBefore(earlier)) {
            remarks.add("by the clock, %s at %s, before %s at %s: a clock was set back or is wrong".formatted(what, time, before, earlier));
        }
    }
}
