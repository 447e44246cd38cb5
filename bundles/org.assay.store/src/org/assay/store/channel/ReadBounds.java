package org.assay.store.channel;

import java.io.IOException;

/**
 * How often, and how much at once, a file may be read before H2's engine sees it: as a file of its size can need. Pages that name each
 * other in a circle come to an end so.
 */
public final class ReadBounds {

    private static final int MAX_READ_BYTES = 64 << 20;
    private static final long MAX_READ_COUNT = 40_000_000;
    private static final long ALWAYS_READ_COUNT = 100_000;
    private static final long READS_PER_BLOCK = 4;
    private static final int BLOCK_BYTES = 4096;

    private long left;
    private boolean exceeded;

    ReadBounds(long fileBytes) {
        left = Math.min(MAX_READ_COUNT, fileBytes / BLOCK_BYTES * READS_PER_BLOCK + ALWAYS_READ_COUNT);
    }

    /** Fails when a read of so many bytes is one too many. */
    void check(int bytes) throws IOException {
        if (bytes > MAX_READ_BYTES || --left < 0) {
            exceeded = true;
            throw new IOException("reading comes to no end");
        }
    }

    /**
     * Whether a bound was reached. H2 goes on to an older state of the file when a newer one cannot be read, and what it would read without
     * these bounds may be the newer one; so nothing that was read then says anything.
     */
    boolean isExceeded() {
        return exceeded;
    }
}
