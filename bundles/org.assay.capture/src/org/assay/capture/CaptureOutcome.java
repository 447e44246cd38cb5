package org.assay.capture;

/**
 * How a capture ended.
 *
 * @param hashedBytes how many bytes of file content the digests in the items stand for
 * @param gaps how many places could not be read
 * @param cancelled whether the user stopped it before everything was read
 */
public record CaptureOutcome(long hashedBytes, long gaps, boolean cancelled) {
}
