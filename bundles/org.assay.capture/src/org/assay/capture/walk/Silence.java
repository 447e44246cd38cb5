package org.assay.capture.walk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.assay.capture.file.FileState;
import org.assay.model.item.Inode;

/**
 * Knows which file systems do not answer. Each call that is not answered costs the time limit and a thread, so a file system that left
 * several in a row without an answer is given up. Thread-safe.
 */
final class Silence {

    /** How many calls in a row may be without an answer, over all threads. */
    static final int MAX_SILENT_COUNT = 8;

    private final Map<Long, Integer> silent = new ConcurrentHashMap<>();
    private volatile boolean any;

    /** A call to the file system of {@code state} was not answered. */
    void unanswered(FileState state) {
        silent.merge(device(state), 1, Integer::sum);
        any = true;
    }

    /** The file system of {@code state} answered. */
    void answered(FileState state) {
        if (any) {
            silent.computeIfPresent(device(state), (_, count) -> count < MAX_SILENT_COUNT ? null : count);
        }
    }

    boolean isGivenUp(FileState state) {
        return any && silent.getOrDefault(device(state), 0) >= MAX_SILENT_COUNT;
    }

    private static long device(FileState state) {
        return state.inode().map(Inode::device).orElse(0L);
    }
}
