package org.assay.app;

/** Tells all there is to know of a snapshot: its coverage, how it was captured, gaps and remarks. */
public record DescribeSnapshot(long snapshot) {

    /** Fails with a sentence when there is no such snapshot. */
    public SnapshotSheet run(Case openCase) {
        return new SnapshotSheet(openCase.snapshot(snapshot), openCase.gaps(snapshot), openCase.remarks(snapshot),
                new ResumeCapture(snapshot).obstacle(openCase));
    }
}
