package org.assay.capture.walk;

import java.util.function.BooleanSupplier;

/** Bounds how much file content is on its way to the sink. */
final class KeptBudget {

    private static final long MAX_BYTES = 32L << 20;

    /** How often a wait is broken off to look around. */
    private static final long LOOK_MILLIS = 20;

    private long bytes;

    /** Waits for room for {@code more} bytes; takes them at once when {@code urgent}: then the sink itself waits for this file. */
    synchronized void take(long more, BooleanSupplier urgent) throws InterruptedException {
        while (bytes + more > MAX_BYTES && bytes > 0 && !urgent.getAsBoolean()) {
            wait(LOOK_MILLIS);
        }
        bytes += more;
    }

    synchronized void give(long less) {
        bytes -= less;
        notifyAll();
    }
}
