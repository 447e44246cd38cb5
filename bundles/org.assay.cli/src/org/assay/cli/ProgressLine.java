package org.assay.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.assay.cli.amount.Sizes;
import org.assay.cli.output.Terminal;
import org.assay.cli.output.VisibleOutput;
import org.assay.model.Progress;

/** Draws one line of progress on a terminal, four times a second at most: counts, bytes, rate, time left. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long BETWEEN_NANOS = 250_000_000L;
    private static final int USUAL_WIDTH = 80;

    private final PrintStream err;
    private final int width;
    private final AtomicBoolean cancelled;
    private final AtomicLong items = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong drawn = new AtomicLong();
    private volatile String task = "";
    private volatile long begun;
    private volatile long expectedItems;
    private volatile long expectedBytes;

    private ProgressLine(PrintStream err, int width, AtomicBoolean cancelled) {
        this.err = err;
        this.width = width;
        this.cancelled = cancelled;
    }

    static ProgressLine on(Terminal terminal, AtomicBoolean cancelled) {
        return new ProgressLine(terminal.err(), terminal.width() == 0 ? USUAL_WIDTH : terminal.width(), cancelled);
    }

    @Override
    public synchronized void begin(String newTask) {
        task = newTask;
        begun = System.nanoTime();
        items.set(0);
        bytes.set(0);
        expectedItems = 0;
        expectedBytes = 0;
        draw();
    }

    @Override
    public void advance(long moreItems, long moreBytes) {
        items.addAndGet(moreItems);
        bytes.addAndGet(moreBytes);
        long last = drawn.get();
        long now = System.nanoTime();
        if (now - last > BETWEEN_NANOS && drawn.compareAndSet(last, now)) {
            draw();
        }
    }

    @Override
    public void expect(long newItems, long newBytes) {
        expectedItems = newItems;
        expectedBytes = newBytes;
    }

    @Override
    public boolean isWatched() {
        return true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }

    @Override
    public void close() {
        err.print(VisibleOutput.CLEAR_LINE);
        err.flush();
    }

    private void draw() {
        String text = text((System.nanoTime() - begun) / 1e9);
        err.print(VisibleOutput.CLEAR_LINE + text.substring(0, Math.min(text.length(), width - 1)));
        err.flush();
    }

    /** The line after {@code seconds} of this stage. */
    String text(double seconds) {
        StringBuilder line = new StringBuilder(task);
        if (items.get() > 0) {
            line.append("  ").append(String.format(Locale.ROOT, "%,d", items.get()));
        }
        if (bytes.get() > 0) {
            line.append("  ").append(Sizes.text(bytes.get()));
        }
        if (seconds > 0.5 && bytes.get() > 0) {
            line.append("  ").append(Sizes.text((long) (bytes.get() / seconds))).append("/s");
        } else if (seconds > 0.5 && items.get() > 0) {
            line.append("  ").append(String.format(Locale.ROOT, "%,d", (long) (items.get() / seconds))).append("/s");
        }
        double done = done();
        if (done > 0.01 && seconds > 0.5) {
            line.append("  ").append(Sizes.duration((long) Math.ceil(seconds / done - seconds))).append(" left");
        }
        return line.toString();
    }

    private double done() {
        double byBytes = expectedBytes > 0 ? (double) bytes.get() / expectedBytes : 0;
        double byItems = expectedItems > 0 ? (double) items.get() / expectedItems : 0;
        return Math.min(1, expectedBytes > 0 && expectedItems > 0 ? (byBytes + byItems) / 2 : Math.max(byBytes, byItems));
    }
}
