package org.assay.capture.walk;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is waiting to be read. Batches wait in the order of the walk, and only so many that the directories which they keep open stay few;
 * a large file that turned up in a batch comes before them, so that several threads share a directory of large files.
 */
final class ReadingWork {

    /** How many batches wait, each with its directory open. */
    private static final int MAX_BATCH_COUNT = 256;

    /**
     * A batch, or one large file of it.
     *
     * @param from the first name to read
     * @param to the one after the last
     */
    record Part(Batch batch, int from, int to) {
    }

    private final Deque<Part> large = new ArrayDeque<>();
    private final Deque<Part> batches = new ArrayDeque<>();

    synchronized void add(Batch batch) throws InterruptedException {
        while (batches.size() >= MAX_BATCH_COUNT) {
            wait();
        }
        batches.add(new Part(batch, 0, batch.size()));
        notifyAll();
    }

    synchronized void addLarge(Batch batch, int at) {
        large.add(new Part(batch, at, at + 1));
        notifyAll();
    }

    /** The rest of a part whose thread was left behind, before all others. */
    synchronized void addAgain(Batch batch, int from, int to) {
        large.addFirst(new Part(batch, from, to));
        notifyAll();
    }

    /** Waits for something to read. */
    synchronized Part take() throws InterruptedException {
        while (large.isEmpty() && batches.isEmpty()) {
            wait();
        }
        if (!large.isEmpty()) {
            return large.remove();
        }
        // Not as soon as there is room: to wake the walk costs as much as to read a small file.
        if (batches.size() == MAX_BATCH_COUNT / 2) {
            notifyAll();
        }
        return batches.remove();
    }
}
