package org.assay.model.change;

/**
 * Two tags on the same change of the same host, of two cases, that do not say the same.
 *
 * @param number its number among all of the two cases, from 1: the same as long as neither case is altered
 */
public record TagConflict(int number, Tag ours, Tag theirs) {
}
