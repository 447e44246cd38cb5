package org.assay.model.snapshot;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.assay.model.text.Bytes;

/**
 * How much a snapshot holds.
 *
 * @param items how many items were stored; of a snapshot that is running or was killed, what its attempts have stored by now
 * @param hashedBytes how many bytes of file content were hashed
 * @param gapsByReason how many places could not be read, by why; a reason without gaps is not there
 * @param itemsDigest SHA-256 over everything that every item says, independent of the order in which they were read and of how they are
 *        stored; empty while the snapshot is running, and of one that was captured before this digest was made
 * @param gapsDigest the same over the gaps and remarks
 */
public record Coverage(long items, long hashedBytes, Map<GapReason, Long> gapsByReason, Optional<Bytes> itemsDigest,
        Optional<Bytes> gapsDigest) {

    /** Of a snapshot that has just begun. */
    public static final Coverage NONE = new Coverage(0, 0, Map.of(), Optional.empty(), Optional.empty());

    public Coverage {
        gapsByReason = gapsByReason.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(gapsByReason));
    }

    /** How many places could not be read. */
    public long gaps() {
        return gapsByReason.values().stream().mapToLong(Long::longValue).sum();
    }
}
