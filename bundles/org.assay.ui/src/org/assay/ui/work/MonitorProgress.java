package org.assay.ui.work;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.assay.model.Progress;
import org.assay.ui.text.DisplayText;
import org.eclipse.core.runtime.IProgressMonitor;

/** Tells an Eclipse progress monitor of the items, the bytes and the speed of the stage that is running. */
public final class MonitorProgress implements Progress {

    private static final long PAUSE_NANOS = 200_000_000;

    private final IProgressMonitor monitor;
    private final Consumer<String> stages;
    private final LongSupplier nanoClock;
    private long items;
    private long bytes;
    private long begun;
    private long told;

    /**
     * @param monitor is told the counts
     * @param stages is told each stage as it begins
     * @param nanoClock is asked for the time in nanoseconds since any moment
     */
    public MonitorProgress(IProgressMonitor monitor, Consumer<String> stages, LongSupplier nanoClock) {
        this.monitor = monitor;
        this.stages = stages;
        this.nanoClock = nanoClock;
    }

    @Override
    public synchronized void begin(String stage) {
        items = 0;
        bytes = 0;
        begun = nanoClock.getAsLong();
        told = begun;
        stages.accept(DisplayText.line(stage));
        monitor.subTask("");
    }

    @Override
    public synchronized void advance(long moreItems, long moreBytes) {
        items += moreItems;
        bytes += moreBytes;
        long now = nanoClock.getAsLong();
        if (now - told >= PAUSE_NANOS) {
            told = now;
            monitor.subTask(counts(now - begun));
        }
    }

    private String counts(long nanos) {
        double seconds = nanos / 1e9;
        String done = DisplayText.count(items, "item");
        return bytes == 0 ? done + String.format(Locale.ROOT, ", %,d/s", Math.round(items / seconds))
                : done + ", " + DisplayText.bytes(bytes) + ", " + DisplayText.bytes(Math.round(bytes / seconds)) + "/s";
    }

    @Override
    public boolean isCancelled() {
        return monitor.isCanceled();
    }
}
