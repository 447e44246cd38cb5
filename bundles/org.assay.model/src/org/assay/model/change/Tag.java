package org.assay.model.change;

import java.time.Instant;

import org.assay.model.Location;
import org.assay.model.text.Bytes;

/**
 * An analyst's decision on a change. It holds for the same change of the same host in every comparison of the case.
 *
 * @param fingerprint what exactly was decided on, see {@link ChangeFingerprint}: {@link HeldTags} tells whether the tag holds
 * @param note free text; may be empty
 * @param analyst who decided
 */
public record Tag(String host, Location location, Bytes fingerprint, Decision decision, String note, String analyst, Instant decided) {
}
