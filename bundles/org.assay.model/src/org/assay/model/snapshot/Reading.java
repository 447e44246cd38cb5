package org.assay.model.snapshot;

/**
 * What a capture tells at its end about how it read.
 *
 * @param reader how the sources were read, each reader once, with commas between: {@code linux-native} by system calls with everything
 *        they tell, {@code nio} by what Java offers on every system, which is less, {@code autoruns} a list of Autoruns; empty where
 *        that is not known
 * @param accessTimesKept whether reading left the access time of every file as it was; false when it may have set some
 * @param hashedBytes how many bytes of file content the digests in the items stand for
 * @param earlierFiles how many files an earlier attempt at the same snapshot had read, whose digests were reused because nothing had
 *        touched them since
 * @param earlierBytes how many bytes these hold; part of {@code hashedBytes}
 */
public record Reading(String reader, boolean accessTimesKept, long hashedBytes, long earlierFiles, long earlierBytes) {

    /** Nothing was read. */
    public static final Reading NONE = new Reading("", true, 0, 0, 0);
}
