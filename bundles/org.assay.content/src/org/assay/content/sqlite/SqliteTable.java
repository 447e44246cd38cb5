package org.assay.content.sqlite;

import java.util.List;
import java.util.Locale;

/**
 * A table as the database describes it.
 *
 * @param name as it is written
 * @param columns the names of its columns, in order, without those that are computed when they are asked for, and so not stored
 * @param rowidColumn which of them is another name of the rowid; -1 when none is
 * @param withoutRowid whether its rows are kept in the order of their primary key, without rowids
 * @param stored which column each value of a stored row is of
 * @param root the page where it begins
 */
public record SqliteTable(String name, List<String> columns, int rowidColumn, boolean withoutRowid, List<Integer> stored, long root) {

    public SqliteTable {
        columns = List.copyOf(columns);
        stored = List.copyOf(stored);
    }

    /** Whether it has all these columns, in whatever case they are written. */
    public boolean has(List<String> names) {
        return names.stream().allMatch(name -> index(name) >= 0);
    }

    /** The index of a column, from 0; -1 when it has none of that name. Case is ignored, as SQLite does for letters of ASCII. */
    public int index(String column) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).toLowerCase(Locale.ROOT).equals(column.toLowerCase(Locale.ROOT))) {
                return index;
            }
        }
        return -1;
    }
}
