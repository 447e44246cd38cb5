package org.assay.model.snapshot;

/** How a snapshot ended; written last, so a capture that was killed stays {@code RUNNING}. */
public enum SnapshotState {
    /** Begun and not ended: being written now, or its capture was killed. */
    RUNNING,
    /** Everything asked for was read. */
    COMPLETE,
    /** Ended in order, with gaps. */
    PARTIAL,
    /** The user stopped it. */
    CANCELLED,
    /** It could not go on; what was stored before is still there. */
    FAILED;

    /** Whether the snapshot holds everything that was asked for, but for its gaps. */
    public boolean isWhole() {
        return this == COMPLETE || this == PARTIAL;
    }
}
