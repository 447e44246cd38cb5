package org.assay.content.sqlite;

import java.util.List;

/**
 * One row of a table.
 *
 * @param rowid its key; 0 in a table without rowids
 * @param values one for each column that was asked for, in that order
 */
public record SqliteRow(long rowid, List<SqliteValue> values) {

    public SqliteRow {
        values = List.copyOf(values);
    }

    /** What it has in the column at {@code index} of those that were asked for, from 0. */
    public SqliteValue at(int index) {
        return values.get(index);
    }
}
