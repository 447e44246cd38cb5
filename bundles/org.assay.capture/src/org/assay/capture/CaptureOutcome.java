package org.assay.capture;

/**
 * How a capture ended.
 *
 * @param hashedBytes how many bytes of file content the digests in the items stand for
 * @param gaps how many places could not be read
 * @param cancelled whether the user stopped it before everything was read
 * @param reader how files were read: {@code linux-native} by system calls with everything they tell, {@code nio} by what Java offers on
 *        every system, which is less
 * @param accessTimesKept whether reading left the access time of every file as it was; false when it may have set some
 */
public record CaptureOutcome(long hashedBytes, long gaps, boolean cancelled, String reader, boolean accessTimesKept) {
}
