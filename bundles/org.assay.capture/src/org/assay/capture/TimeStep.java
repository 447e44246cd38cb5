package org.assay.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Finds out how exactly a tree's source keeps modification times. Archives and old file systems keep whole seconds, or every other one;
 * an image that was made through one of them has such times only, wherever it lies now.
 */
final class TimeStep {

    /**
     * FAT and ZIP keep every other second, ISO 9660, tar and ext3 whole ones, some archives milliseconds or microseconds, NTFS 100
     * nanoseconds. Coarsest first; each is a multiple of the next.
     */
    private static final List<Duration> STEPS = List.of(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(1),
            Duration.ofNanos(1_000), Duration.ofNanos(100), Duration.ofNanos(1));

    /** Fewer files tell too little: half of all seconds are even. */
    private static final int MIN_FILE_COUNT = 16;

    private int at;
    private long files;

    /** Takes the time of the next file. */
    void add(Instant modified) {
        files++;
        while (!isMultiple(modified, STEPS.get(at))) {
            at++;
        }
    }

    /** What all times are multiples of; zero where that cannot be determined or is as fine as times get. */
    Duration step() {
        return files < MIN_FILE_COUNT || at == STEPS.size() - 1 ? Duration.ZERO : STEPS.get(at);
    }

    private static boolean isMultiple(Instant time, Duration step) {
        return step.getNano() == 0 ? time.getNano() == 0 && time.getEpochSecond() % step.getSeconds() == 0
                : time.getNano() % step.getNano() == 0;
    }
}
