package org.assay.model.item;

import java.time.Instant;
import java.util.Optional;

/**
 * The times of a file, to the nanosecond where the system keeps it. Only {@code modified} is compared: the others differ between any two
 * copies of the same file and are evidence to read.
 *
 * @param modified when its content last changed; any program can set it back
 * @param statusChanged when the system last changed anything about it, which no program can set; empty where the system does not tell
 * @param accessed when its content was last read, as far as the system keeps that, before the capture read it; empty where it does not tell
 * @param created when it was made on the file system it lies on; empty where the system does not tell
 */
public record FileTimes(Instant modified, Optional<Instant> statusChanged, Optional<Instant> accessed, Optional<Instant> created) {

    /** The times of a source that keeps no other than this one. */
    public static FileTimes modifiedAt(Instant modified) {
        return new FileTimes(modified, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
