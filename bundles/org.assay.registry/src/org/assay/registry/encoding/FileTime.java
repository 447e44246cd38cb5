package org.assay.registry.encoding;

import java.time.Instant;
import java.util.Optional;

/** FILETIME: a signed number of 100 ns steps since 1601-01-01 UTC (Windows SDK, minwinbase.h). */
public final class FileTime {

    private static final long STEPS_A_SECOND = 10_000_000;
    private static final long EPOCH_SECONDS = Instant.parse("1601-01-01T00:00:00Z").getEpochSecond();
    private static final int NANOS_A_STEP = 100;

    private FileTime() {
    }

    /** Empty for zero, which means that no time was stored, and for a number that Windows takes as invalid because it is negative. */
    public static Optional<Instant> instant(long fileTime) {
        if (fileTime <= 0) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(EPOCH_SECONDS + fileTime / STEPS_A_SECOND, fileTime % STEPS_A_SECOND * NANOS_A_STEP));
    }

    /** The number for a time; parts below 100 ns are left out. */
    public static long steps(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond() - EPOCH_SECONDS, STEPS_A_SECOND), time.getNano() / NANOS_A_STEP);
    }
}
