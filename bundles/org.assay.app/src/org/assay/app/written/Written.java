package org.assay.app.written;

/**
 * What was written of a snapshot.
 *
 * @param written how many items
 * @param left how many items the form has no place for
 */
public record Written(long written, long left) {
}
