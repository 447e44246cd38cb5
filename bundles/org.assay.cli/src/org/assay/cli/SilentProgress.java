package org.assay.cli;

import java.util.concurrent.atomic.AtomicBoolean;

import org.assay.model.Progress;

/** Progress in a pipe: nothing is written, but the user can still cancel. */
record SilentProgress(AtomicBoolean cancelled) implements Progress {

    @Override
    public void begin(String task) {
    }

    @Override
    public void advance(long items, long bytes) {
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }
}
