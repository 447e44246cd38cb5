package org.assay.store.snapshot;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;

/** Counts what a check has read, and ends it when the user wants to stop. */
final class CheckedItems {

    private static final int STEP = 1000;

    private final Progress progress;
    private long count;

    CheckedItems(Progress progress) {
        this.progress = progress;
    }

    /** One more was read. */
    void add() {
        count++;
        if (count % STEP == 0) {
            progress.advance(STEP, 0);
            if (progress.isCancelled()) {
                throw new AssayException(ErrorCode.CANCELLED,
                        "The check was cancelled, so it has no result. Start it again to get one.");
            }
        }
    }

    long count() {
        return count;
    }
}
