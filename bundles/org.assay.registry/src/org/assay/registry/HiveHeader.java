package org.assay.registry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the base block of a native hive says (M. Suhanov, "Windows registry file format specification", section Base block).
 *
 * @param fileName the last characters of the path the hive had on its machine, at most 32, as the hive keeps them; often enough to
 *     tell which hive it is. Empty in hives that a program saved
 * @param majorVersion 1 in every known hive
 * @param minorVersion 1 to 6 in known hives
 * @param primarySequence the number of the last write that began, unsigned
 * @param secondarySequence the number of the last write that ended, unsigned
 * @param checksumValid whether the checksum of the base block is right
 * @param lastWritten when the hive was last written; empty when it holds no time
 * @param rootOffset where the root key is, in bytes from the end of the base block, unsigned
 * @param binsSize the size of the bins in bytes, unsigned
 */
public record HiveHeader(String fileName, int majorVersion, int minorVersion, long primarySequence, long secondarySequence,
        boolean checksumValid, Optional<Instant> lastWritten, long rootOffset, long binsSize) {

    public HiveHeader {
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(lastWritten);
    }

    /** Whether the hive was not fully written, so that its newest changes may lie in its transaction logs only. */
    public boolean dirty() {
        return !checksumValid || primarySequence != secondarySequence;
    }
}
