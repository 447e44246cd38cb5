package org.assay.app;

import org.assay.model.Progress;

/** Tells nobody and never stops, but for what a test overrides. */
class QuietProgress implements Progress {

    @Override
    public void begin(String task) {
    }

    @Override
    public void advance(long items, long bytes) {
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
