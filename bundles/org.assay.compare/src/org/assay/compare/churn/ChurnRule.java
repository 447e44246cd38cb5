package org.assay.compare.churn;

import org.assay.compare.place.PlacePattern;

/**
 * A place of a policy.
 *
 * @param why what changes there, as a sentence without its full stop
 * @param line where it stands in its file, from 1
 */
public record ChurnRule(PlacePattern places, ChurnKind kind, String why, int line) {
}
