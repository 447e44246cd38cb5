package org.assay.app;

/** Tells all there is to know of a snapshot: its coverage, how it was captured, gaps and remarks. */
public record DescribeSnapshot(long snapshot) {

    public static final Argument<Long> SNAPSHOT = Argument.optional("snapshot", "Snapshot", "One snapshot's number; all of the case where"
            + " this is left out.", "SNAPSHOT", ArgumentType.WholeNumber.ID);

    /** Fails with a sentence when there is no such snapshot. */
    public SnapshotSheet run(Case openCase) {
        return new SnapshotSheet(openCase.snapshot(snapshot), openCase.gaps(snapshot), openCase.remarks(snapshot),
                new ResumeCapture(snapshot).obstacle(openCase));
    }
}
