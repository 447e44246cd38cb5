package org.assay.model.casefile;

import java.time.Instant;

/**
 * The digest that a case has of itself.
 *
 * @param generation how many times something was stored in the case, this time included
 * @param written when that was, by the clock of the machine
 */
public record StoredDigest(CaseDigest digest, long generation, Instant written) {
}
