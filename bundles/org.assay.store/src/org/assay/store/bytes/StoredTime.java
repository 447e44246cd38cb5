package org.assay.store.bytes;

import java.time.DateTimeException;
import java.time.Instant;

/** Reads a moment from the two numbers that stand for it. */
public final class StoredTime {

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private StoredTime() {
    }

    /** Malformed when the numbers are no time. */
    public static Instant of(long second, long nano) {
        if (nano < 0 || nano >= NANOS_PER_SECOND) {
            throw new MalformedBytes("a nanosecond is " + Long.toUnsignedString(nano));
        }
        try {
            return Instant.ofEpochSecond(second, nano);
        } catch (DateTimeException e) {
            throw new MalformedBytes("a time is out of range", e);
        }
    }
}
