package org.assay.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Asks the user interface's thread something again and again, and measures how long that thread works on other things before it answers:
 * its processor time, for a busy machine keeps it waiting, too.
 */
final class PauseProbe implements AutoCloseable {

    private static final int BETWEEN_MILLIS = 2;

    private final RunningWorkbench workbench;
    private final long ui;
    private final Thread asking = new Thread(this::ask, "pause probe");
    private volatile boolean ended;
    private volatile long longestNanos;

    PauseProbe(RunningWorkbench workbench) {
        this.workbench = workbench;
        ui = workbench.onUi(() -> Thread.currentThread().threadId());
        asking.start();
    }

    private void ask() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try {
            while (!ended) {
                long before = threads.getThreadCpuTime(ui);
                workbench.doOnUi(() -> { });
                longestNanos = Math.max(longestNanos, threads.getThreadCpuTime(ui) - before);
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The longest time so far, in milliseconds. */
    long longestMillis() {
        return longestNanos / 1_000_000;
    }

    @Override
    public void close() {
        ended = true;
        try {
            asking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
