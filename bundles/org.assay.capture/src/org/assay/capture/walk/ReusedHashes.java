package org.assay.capture.walk;

import java.util.concurrent.atomic.LongAdder;

/** Counts the files whose digests were reused from an earlier attempt. Thread-safe. */
public final class ReusedHashes {

    private final LongAdder files = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void add(long sizeBytes) {
        files.increment();
        bytes.add(sizeBytes);
    }

    public long files() {
        return files.sum();
    }

    public long bytes() {
        return bytes.sum();
    }
}
