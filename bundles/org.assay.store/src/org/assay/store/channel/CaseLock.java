package org.assay.store.channel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Optional;

/**
 * What processes that share a case lock of its file: one byte each, far behind any file's end. H2 by itself, and Assay up to schema version
 * 5, lock the whole file, so they keep both away and are kept away by both.
 */
enum CaseLock {

    /** Held alone by whoever writes. */
    WRITING,
    /** Shared by those who read what was last written; held alone by whoever moves what they read. */
    READING;

    private static final long FIRST_BYTE = 1L << 62;

    /** The byte's place. */
    long position() {
        return FIRST_BYTE + ordinal();
    }

    /** Takes the lock unless another process has one in its way. */
    Optional<FileLock> tryTake(FileChannel channel, boolean shared) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(position(), 1, shared));
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }
}
