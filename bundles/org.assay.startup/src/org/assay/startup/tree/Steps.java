package org.assay.startup.tree;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;

/** Counts items for a {@link Progress} and stops when the user wants to; asks only now and then, so that counting costs nothing. */
public final class Steps {

    private static final int BATCH = 8192;

    private final Progress progress;
    private int pending;

    public Steps(Progress progress) {
        this.progress = progress;
    }

    /** One more item is done. */
    public void step() {
        if (++pending >= BATCH) {
            end();
        }
    }

    /** Tells what has not been told yet. */
    public void end() {
        progress.advance(pending, 0);
        pending = 0;
        if (progress.isCancelled()) {
            throw new AssayException(ErrorCode.CANCELLED, "The search for startup entries was cancelled.");
        }
    }
}
