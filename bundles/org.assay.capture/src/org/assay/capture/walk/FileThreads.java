package org.assay.capture.walk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.assay.capture.file.Gaps;
import org.assay.capture.file.LeftBehindException;
import org.assay.capture.file.NoAnswerException;
import org.assay.capture.file.WatchedThread;

/** The threads that read files. One whose call does not return is left behind with that file, and another goes on with the next. */
final class FileThreads {

    private final ReadingWork work;
    private final Silence silence;
    private final Supplier<PlaceReader> readers;
    private final BooleanSupplier stopped;
    private final Predicate<Batch> urgent;
    private final List<FileThread> threads = new ArrayList<>();

    /**
     * @param stopped whether they are to end
     * @param urgent whether the sink waits for a batch
     */
    FileThreads(ReadingWork work, Silence silence, Supplier<PlaceReader> readers, BooleanSupplier stopped, Predicate<Batch> urgent) {
        this.work = work;
        this.silence = silence;
        this.readers = readers;
        this.stopped = stopped;
        this.urgent = urgent;
    }

    void start(int count) {
        for (int thread = 0; thread < count; thread++) {
            threads.add(new FileThread());
        }
    }

    /** All that were not left behind. */
    List<WatchedThread> running() {
        return threads.stream().map(each -> each.thread).toList();
    }

    /** Replaces those whose call has lasted for the time limit. */
    void replaceSilent(long now, Duration limit) {
        for (int at = 0; at < threads.size(); at++) {
            FileThread each = threads.get(at);
            if (each.thread.leaveIfSilent(now, limit)) {
                each.giveUp(new NoAnswerException(limit));
                threads.set(at, new FileThread());
            }
        }
    }

    /** One of the threads, and what it reads. */
    private final class FileThread {

        private final PlaceReader reader = readers.get();
        /** Written by the thread before each call, and read by others only after they left it behind in one. */
        private Optional<ReadingWork.Part> part = Optional.empty();
        private int at;
        private final WatchedThread thread = WatchedThread.start("assay-reader", this::run);

        private void run() {
            try {
                while (!stopped.getAsBoolean()) {
                    read(work.take());
                }
            } catch (InterruptedException e) {
                // Nobody waits any more for what this thread finds.
                Thread.currentThread().interrupt();
            }
        }

        private void read(ReadingWork.Part taken) throws InterruptedException {
            Batch batch = taken.batch();
            part = Optional.of(taken);
            try {
                for (at = taken.from(); at < taken.to() && !stopped.getAsBoolean(); at++) {
                    read(batch, taken.to() - taken.from() > 1);
                }
            } catch (LeftBehindException e) {
                leave(batch, e);
            } catch (IOException | RuntimeException | Error e) {
                batch.fail(e);
            }
        }

        private void read(Batch batch, boolean putOff) throws IOException, InterruptedException {
            if (silence.isGivenUp(batch.state())) {
                batch.found(at, Captured.of(Gaps.givenUp(batch.location(at))));
                return;
            }
            Optional<Captured> captured = reader.read(batch, at, putOff, () -> urgent.test(batch));
            silence.answered(batch.state());
            if (captured.isPresent()) {
                batch.found(at, captured.get());
            } else {
                work.addLarge(batch, at);
            }
        }

        /** The directory is closed by the last who asks there. */
        private void leave(Batch batch, LeftBehindException late) {
            try {
                batch.done();
            } catch (IOException e) {
                late.addSuppressed(e);
            }
            throw late;
        }

        /** Says what is known of the file that this thread was left behind with, and has another one read what follows it. */
        private void giveUp(NoAnswerException why) {
            ReadingWork.Part left = part.orElseThrow();
            silence.unanswered(left.batch().state());
            left.batch().givenUp(at, reader.unanswered(left.batch().location(at), why));
            if (at + 1 < left.to()) {
                work.addAgain(left.batch(), at + 1, left.to());
            }
        }
    }
}
