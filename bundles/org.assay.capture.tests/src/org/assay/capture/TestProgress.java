package org.assay.capture;

import java.util.concurrent.atomic.AtomicLong;

import org.assay.model.Progress;

/** Adds up what it is told; a test overrides what it wants to act on. */
class TestProgress implements Progress {

    final AtomicLong items = new AtomicLong();
    final AtomicLong bytes = new AtomicLong();
    volatile boolean cancelled;

    @Override
    public void begin(String task) {
    }

    @Override
    public void advance(long moreItems, long moreBytes) {
        items.addAndGet(moreItems);
        bytes.addAndGet(moreBytes);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
