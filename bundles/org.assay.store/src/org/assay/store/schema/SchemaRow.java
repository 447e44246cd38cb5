package org.assay.store.schema;

/**
 * A row of H2's table of what a database has: what H2 runs when it opens the file.
 *
 * @param id the object's number
 * @param kind the kind of object, as H2 numbers them
 * @param sql the statement that makes it
 */
public record SchemaRow(long id, int kind, String sql) {
}
