package org.assay.capture;

import org.assay.model.snapshot.Reading;

/**
 * How a capture ended.
 *
 * @param gaps how many places could not be read
 * @param cancelled whether the user stopped it before everything was read
 * @param reading how it read
 */
public record CaptureOutcome(long gaps, boolean cancelled, Reading reading) {
}
