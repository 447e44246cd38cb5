package org.assay.capture;

import java.util.concurrent.atomic.LongAdder;

/** Counts the files whose digests were taken over from an earlier attempt. Thread-safe. */
final class TakenOver {

    private final LongAdder files = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void add(long sizeBytes) {
        files.increment();
        bytes.add(sizeBytes);
    }

    long files() {
        return files.sum();
    }

    long bytes() {
        return bytes.sum();
    }
}
