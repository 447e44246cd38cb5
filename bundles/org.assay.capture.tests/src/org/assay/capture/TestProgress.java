package org.assay.capture;

import java.util.concurrent.atomic.AtomicLong;

import org.assay.model.Progress;

/** Adds up what it is told; a test overrides what it wants to act on. */
public class TestProgress implements Progress {

    public final AtomicLong items = new AtomicLong();
    public final AtomicLong bytes = new AtomicLong();
    public volatile boolean cancelled;

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
