package org.assay.store.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import org.assay.store.database.Rows;

/** Removes a snapshot or a comparison with all rows that belong to it. */
public final class Removal {

    private Removal() {
    }

    /** Removes a comparison; tells whether it was there. What speaks of one of its changes keeps host and place. */
    public static boolean comparison(Connection connection, long id) throws SQLException {
        Rows.update(connection, "update incident_reference set of_comparison = null where of_comparison = ?", id);
        owned(connection, "COMPARISON_ID", id);
        return Rows.update(connection, "delete from comparison where id = ?", id) > 0;
    }

    /** Removes a snapshot and the comparisons with it, which are told; kept files may be other snapshots', too, and stay. */
    public static List<Long> snapshot(Connection connection, long id) throws SQLException {
        List<Long> comparisons = comparisons(connection, id);
        for (long comparison : comparisons) {
            comparison(connection, comparison);
        }
        owned(connection, "SNAPSHOT_ID", id);
        Rows.update(connection, "delete from snapshot where id = ?", id);
        return comparisons;
    }

    /** The comparisons with a snapshot. */
    public static List<Long> comparisons(Connection connection, long snapshot) throws SQLException {
        return Rows.list(connection, "select id from comparison where baseline_id = ? or suspect_id = ? order by id",
                row -> row.getLong("id"), snapshot, snapshot);
    }

    private static void owned(Connection connection, String column, long id) throws SQLException {
        for (String table : Rows.list(connection,
                "select table_name from information_schema.columns where table_schema = 'PUBLIC' and column_name = ?",
                row -> row.getString("table_name"), column)) {
            Rows.update(connection, "delete from " + table + " where " + column + " = ?", id);
            Rows.update(connection, "delete from part_digest where table_name = ? and owner_id = ?", table.toLowerCase(Locale.ROOT), id);
        }
    }
}
