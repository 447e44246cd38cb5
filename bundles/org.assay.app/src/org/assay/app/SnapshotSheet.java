package org.assay.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.app.page.Fact;
import org.assay.model.snapshot.Attempt;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;

/**
 * All there is to know of one snapshot besides its items.
 *
 * @param gaps what it could not read, by location
 * @param remarks remarks on how it was read, by location
 * @param seals what is known of each seal over it, without asking whom to trust
 * @param obstacle why its capture cannot be resumed, as a sentence; empty when it can
 */
public record SnapshotSheet(Snapshot snapshot, List<Gap> gaps, List<Remark> remarks, List<String> seals, Optional<String> obstacle) {

    /** Facts that belong together. */
    public record Section(String title, List<Line> lines) {
    }

    /** One fact in words, safe to show. */
    public record Line(String label, String text) {
    }

    /** The same from the moment on in which its capture is resumed. */
    public SnapshotSheet resumed() {
        return new SnapshotSheet(snapshot, gaps, remarks, seals, Optional.of("Its capture is being resumed."));
    }

    /** Whether this process is capturing into the snapshot now. */
    public boolean isBeingCaptured() {
        return snapshot.state() == SnapshotState.RUNNING && obstacle.isPresent() && !snapshot.attempts().isEmpty();
    }

    /** How the snapshot ended, if it has. */
    public String state() {
        return isBeingCaptured() ? "RUNNING, being captured now" : SnapshotFacts.state(snapshot);
    }

    /** Why the snapshot is not to be taken for the whole truth, most severe first; none for one that is complete. */
    public List<String> warnings() {
        return Stream.of(GapSentences.ofUnfinished(snapshot), GapSentences.ofSnapshot(snapshot)).flatMap(Optional::stream).toList();
    }

    /** The snapshot's own facts and then how each attempt at it was made. */
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        List<Line> own = new ArrayList<>(lines(SnapshotFacts.ofSnapshot(_ -> state()), snapshot));
        (seals.isEmpty() ? List.of("no") : seals).forEach(seal -> own.add(new Line("sealed", seal)));
        sections.add(new Section("snapshot " + snapshot.id(), own));
        for (Attempt attempt : snapshot.attempts()) {
            sections.add(new Section("attempt " + attempt.number() + " of " + snapshot.attempts().size(),
                    lines(SnapshotFacts.ofAttempt(), attempt)));
        }
        return sections;
    }

    private static <T> List<Line> lines(List<Fact<T>> facts, T of) {
        return facts.stream()
                .flatMap(fact -> fact.lines().apply(of).stream().map(text -> new Line(fact.label(), text)))
                .toList();
    }
}
