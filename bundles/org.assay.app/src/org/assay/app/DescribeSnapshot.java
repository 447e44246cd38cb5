package org.assay.app;

import java.util.List;

import org.assay.model.snapshot.Snapshot;

/** Tells all there is to know of a snapshot: its coverage, how it was captured, gaps and remarks. */
public record DescribeSnapshot(long snapshot) {

    public static final Argument<Long> SNAPSHOT = Argument.optional("snapshot", "Snapshot",
            "The snapshot's number; by default all of the case.", "SNAPSHOT", ArgumentType.WholeNumber.ID);

    /** The snapshot that was named, or all where none was. */
    public static List<Snapshot> named(ArgumentValues values, Case openCase) {
        return values.find(SNAPSHOT).map(openCase::snapshot).map(List::of).orElseGet(openCase::snapshots);
    }

    /** Fails with a sentence when there is no such snapshot. */
    public SnapshotSheet run(Case openCase) {
        return new SnapshotSheet(openCase.snapshot(snapshot), openCase.gaps(snapshot), openCase.remarks(snapshot),
                openCase.sealStates(snapshot), new ResumeCapture(snapshot).obstacle(openCase));
    }
}
