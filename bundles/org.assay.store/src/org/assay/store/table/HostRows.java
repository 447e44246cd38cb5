package org.assay.store.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.assay.store.database.Rows;

/** The table {@code host}. */
public final class HostRows {

    private HostRows() {
    }

    /** All names, in their order. */
    public static List<String> names(Connection connection) throws SQLException {
        return Rows.list(connection, "select name from host order by name", row -> row.getString("name"));
    }

    /** The numbers of a host's snapshots. */
    public static List<Long> snapshots(Connection connection, String name) throws SQLException {
        return Rows.list(connection, "select s.id from snapshot s join host h on h.id = s.host_id where h.name = ? order by s.id",
                row -> row.getLong(1), name);
    }

    /** Removes a host that has no snapshot; tells whether that was so. */
    public static boolean removeUnused(Connection connection, String name) throws SQLException {
        return Rows.update(connection, """
                delete from host h where h.name = ? and not exists (select 1 from snapshot s where s.host_id = h.id)""", name) > 0;
    }
}
