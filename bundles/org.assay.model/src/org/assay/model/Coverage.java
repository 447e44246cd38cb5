package org.assay.model;

/**
 * How much a snapshot holds.
 *
 * @param items how many items were stored
 * @param hashedBytes how many bytes of file content were hashed
 * @param gaps how many places could not be read
 */
public record Coverage(long items, long hashedBytes, long gaps) {

    /** Of a snapshot that has just begun. */
    public static final Coverage NONE = new Coverage(0, 0, 0);
}
