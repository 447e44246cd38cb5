package org.assay.model.snapshot;

import org.assay.model.Location;

/**
 * Something that could not be read. Nothing at or below {@code location} may be called clean.
 *
 * @param location the place, or the nearest one above it that is known
 * @param reason why, as a closed set
 * @param detail one sentence with what the system or the format said, offset or line included
 */
public record Gap(Location location, GapReason reason, String detail) {
}
