package org.assay.compare.lead;

/**
 * Why two changes belong together.
 *
 * @param one the index of the change that is told first
 * @param other the index of the change that the sentence is about
 */
record Link(int one, int other, String sentence) {
}
