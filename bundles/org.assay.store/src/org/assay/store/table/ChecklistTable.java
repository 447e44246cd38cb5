package org.assay.store.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.assay.model.incident.StoredChecklist;
import org.assay.model.text.Bytes;
import org.assay.store.database.Rows;

/** The table {@code incident_checklist}. */
public final class ChecklistTable {

    private ChecklistTable() {
    }

    /** Adds one; there must be none with its name. */
    public static void insert(Connection connection, StoredChecklist checklist) throws SQLException {
        Rows.update(connection, "insert into incident_checklist(name, added, toml) values(?, ?, ?)", checklist.name(), Instant.now(),
                checklist.toml().toArray());
    }

    /** All by name. */
    public static List<StoredChecklist> all(Connection connection) throws SQLException {
        return Rows.list(connection, "select name, toml from incident_checklist order by name",
                row -> new StoredChecklist(row.getString("name"), Bytes.copyOf(Rows.blob(row, "toml").orElseThrow())));
    }
}
