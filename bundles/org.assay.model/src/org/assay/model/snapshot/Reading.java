package org.assay.model.snapshot;

/**
 * What a capture tells at its end about how it read.
 *
 * @param readers what read each source
 * @param accessTimesKept whether reading left the access time of every file as it was; false when it may have set some
 * @param hashedBytes how many bytes of file content the digests in the items stand for
 * @param earlierFiles how many files an earlier attempt at the same snapshot had read, whose digests were reused because nothing had
 *        touched them since
 * @param earlierBytes how many bytes these hold; part of {@code hashedBytes}
 */
public record Reading(Readers readers, boolean accessTimesKept, long hashedBytes, long earlierFiles, long earlierBytes) {

    /** Nothing was read. */
    public static final Reading NONE = new Reading(Readers.NONE, true, 0, 0, 0);
}
