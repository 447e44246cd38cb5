package org.assay.capture.file;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Makes calls on evidence for one who cannot be left behind: a thread makes them, and who asked waits until the answer is there, the time
 * limit is over, or the user wants to stop. For one asking thread.
 */
public final class EvidenceCaller implements AutoCloseable {

    /** How often who waits looks around. */
    private static final long LOOK_MILLIS = 20;

    /** How long it waits for the last of what it closes. */
    private static final long END_MILLIS = 500;

    private final Duration limit;
    private final BooleanSupplier cancelled;
    private LinkedBlockingQueue<FutureTask<?>> calls = new LinkedBlockingQueue<>();
    private WatchedThread thread = start(calls);

    /** @param cancelled whether the user wants to stop */
    public EvidenceCaller(Duration limit, BooleanSupplier cancelled) {
        this.limit = limit;
        this.cancelled = cancelled;
    }

    private static WatchedThread start(LinkedBlockingQueue<FutureTask<?>> calls) {
        return WatchedThread.start("assay-evidence", () -> {
            try {
                while (true) {
                    calls.take().run();
                }
            } catch (InterruptedException e) {
                // Nobody asks any more.
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * Makes a call.
     *
     * @throws NoAnswerException when it does not return in time
     * @throws CancellationException when the user wants to stop
     */
    public <T> T call(EvidenceCall<T> call) throws IOException {
        FutureTask<T> task = new FutureTask<>(call::make);
        calls.add(task);
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                if (thread.leaveIfSilent(System.nanoTime(), limit)) {
                    thread.interrupt();
                    calls = new LinkedBlockingQueue<>();
                    thread = start(calls);
                    throw new NoAnswerException(limit);
                }
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    private static IOException thrown(Throwable cause) {
        return switch (cause) {
            case IOException failure -> failure;
            case RuntimeException failure -> throw failure;
            case Error error -> throw error;
            default -> new IOException(cause);
        };
    }

    /** Closes something; does not wait long for a system that does not answer. */
    public void close(AutoCloseable open) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            open.close();
            return null;
        });
        calls.add(task);
        try {
            task.get(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // What was read is read; the system closes it when the process ends.
            task.cancel(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends its thread, at once or when the call that it is in returns. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
