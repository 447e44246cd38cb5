package org.assay.app;

/**
 * What checking a stored snapshot against its digests told.
 *
 * @param right whether nothing is known to be missing, damaged or altered
 * @param word the answer to the question whether the snapshot was verified, in short
 * @param sentence what was checked, or what is not right and what to do
 */
public record Verified(long snapshot, boolean right, String word, String sentence) {
}
