package org.assay.capture.file;

import java.time.Duration;

/** A thread that makes calls on evidence and is left behind when one of them does not return. For one who watches. */
public final class WatchedThread {

    private final CallStamp stamp = new CallStamp();
    private final Thread thread;
    private long seen;
    private long since;

    private WatchedThread(String name, Runnable work) {
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> ScopedValue.where(CallStamp.OF_THREAD, stamp)
                .run(() -> runUntilLeft(work)));
    }

    private static void runUntilLeft(Runnable work) {
        try {
            work.run();
        } catch (LeftBehindException e) {
            // Another thread does what this one was to do.
            Thread.currentThread().interrupt();
        }
    }

    /** Starts one. */
    public static WatchedThread start(String name, Runnable work) {
        WatchedThread started = new WatchedThread(name, work);
        started.thread.start();
        return started;
    }

    /**
     * Leaves it behind if it has been in one call for the time limit, as often as it was looked at: what it still holds is its own then.
     *
     * @param now by {@link System#nanoTime}
     * @return whether it was left behind
     */
    public boolean leaveIfSilent(long now, Duration limit) {
        long state = stamp.state();
        if (state != seen) {
            seen = state;
            since = now;
        }
        return (state & 1) != 0 && state > 0 && now - since >= limit.toNanos() && stamp.leaveBehind(state);
    }

    public void interrupt() {
        thread.interrupt();
    }

    /** Waits until it has ended; false when it has not by then. */
    public boolean join(Duration atMost) throws InterruptedException {
        return thread.join(atMost);
    }
}
