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
    WRITING(0),
    /** Shared by those who read what was last written; held alone by whoever moves what they read. */
    READING(1);

    private static final long FIRST_BYTE = 1L << 62;

    private final int number;

    /** {@code number} is which byte it is, from 0: every process that shares a case, of whatever build, must mean the same. */
    CaseLock(int number) {
        this.number = number;
    }

    /** The byte's place. */
    long position() {
        return FIRST_BYTE + number;
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
