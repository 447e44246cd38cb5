package org.assay.app.content;

/**
 * Something that stood encoded in a text.
 *
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param how it was encoded, a part of a sentence
 * @param text what it says
 */
record Decoded(int start, int end, String how, String text) {
}
