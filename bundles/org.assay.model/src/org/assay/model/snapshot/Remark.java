package org.assay.model.snapshot;

import org.assay.model.Location;

/**
 * Something a person should know about how a place was read, by which nothing was lost: unlike a {@link Gap} it leaves the snapshot whole.
 *
 * @param location the place it is about
 * @param text one sentence without a full stop, for people
 */
public record Remark(Location location, String text) {
}
