package org.assay.store.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.assay.store.database.Rows;

/** The tables of a case, each behind those that its rows refer to. */
final class TableOrder {

    /** What a new case has of its own. */
    private static final Set<String> OWN = Set.of("SCHEMA_VERSION", "PART_DIGEST", "TABLE_DIGEST", "CASE_DIGEST");

    private record Reference(String table, String to) {
    }

    private TableOrder() {
    }

    /** The tables to copy. */
    static List<String> of(Connection connection) throws SQLException {
        List<Reference> references = Rows.list(connection, """
                select child.table_name child, parent.table_name parent from information_schema.referential_constraints reference
                join information_schema.table_constraints child on child.constraint_name = reference.constraint_name
                join information_schema.table_constraints parent on parent.constraint_name = reference.unique_constraint_name""",
                row -> new Reference(row.getString("child"), row.getString("parent")));
        List<String> left = new ArrayList<>(Rows.list(connection,
                "select table_name from information_schema.tables where table_schema = 'PUBLIC' order by table_name",
                row -> row.getString(1)));
        left.removeAll(OWN);
        Set<String> ordered = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            List<String> next = left.stream().filter(table -> references.stream()
                    .allMatch(one -> !one.table().equals(table) || one.to().equals(table) || ordered.contains(one.to()))).toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + left);
            }
            ordered.addAll(next);
            left.removeAll(next);
        }
        return List.copyOf(ordered);
    }
}
