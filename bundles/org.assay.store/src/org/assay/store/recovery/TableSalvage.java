package org.assay.store.recovery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.AssayException;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.h2.api.ErrorCode;

/**
 * Copies what can be read of one table: some rows at once, and where a piece is damaged each number of a row alone.
 *
 * @param table its name, as H2 has it
 */
record TableSalvage(Connections from, Connection to, String table) {

    private static final int ROWS_AT_ONCE = 20;
    /** Where not even the last row's number can be read, it is looked for so far behind. */
    private static final long FURTHER_ROWS = 10_000;

    /** What a row cannot be stored for when others are missing. */
    private static final Set<Integer> UNFIT = Set.of(ErrorCode.REFERENTIAL_INTEGRITY_VIOLATED_PARENT_MISSING_1, ErrorCode.NULL_NOT_ALLOWED,
            ErrorCode.DUPLICATE_KEY_1);

    /** How many rows were there, by H2's own count, and how many were copied. */
    record Outcome(String table, long there, long saved) {

        long lost() {
            return Math.max(0, there - saved);
        }
    }

    /** Copies the columns that both have. */
    Outcome run() throws SQLException {
        List<String> columns = columns(to).stream().filter(from.read(this::columns)::contains).toList();
        if (columns.isEmpty()) {
            return new Outcome(table, 0, 0);
        }
        long there = number("count(*)").orElse(0L);
        long end = number("max(_rowid_)").orElse(there + FURTHER_ROWS);
        long saved = 0;
        long at = 0;
        while (at < end) {
            Optional<List<Object[]>> some = rows(columns, "_rowid_ > ? order by _rowid_ fetch first " + ROWS_AT_ONCE + " rows only", at);
            if (some.isEmpty()) {
                at++;
                saved += insert(columns, rows(columns, "_rowid_ = ?", at).orElse(List.of()));
            } else if (some.get().isEmpty()) {
                break;
            } else {
                saved += insert(columns, some.get());
                at = (long) some.get().getLast()[columns.size()];
            }
        }
        return new Outcome(table, Math.max(there, saved), saved);
    }

    private List<String> columns(Connection connection) throws SQLException {
        return Rows.list(connection, """
                select column_name from information_schema.columns where table_schema = 'PUBLIC' and table_name = ?
                order by ordinal_position""", row -> row.getString(1), table);
    }

    private Optional<Long> number(String what) {
        try {
            return from.read(connection -> Rows.first(connection, "select " + what + " from " + quoted(table), row -> row.getLong(1)));
        } catch (AssayException _) {
            return Optional.empty();
        }
    }

    /** The values of some rows, each with the row's number behind them; empty when a piece of them is damaged. */
    private Optional<List<Object[]>> rows(List<String> columns, String where, long number) {
        String sql = "select " + names(columns) + ", _rowid_ from " + quoted(table) + " where " + where;
        try {
            return Optional.of(from.read(connection -> Rows.list(connection, sql, row -> values(row, columns.size()), number)));
        } catch (AssayException _) {
            return Optional.empty();
        }
    }

    private static Object[] values(ResultSet row, int count) throws SQLException {
        Object[] values = new Object[count + 1];
        for (int at = 0; at < count; at++) {
            values[at] = row.getObject(at + 1) instanceof java.sql.Blob ? row.getBytes(at + 1) : row.getObject(at + 1);
        }
        values[count] = row.getLong(count + 1);
        return values;
    }

    private int insert(List<String> columns, List<Object[]> rows) throws SQLException {
        int inserted = 0;
        List<String> marks = new ArrayList<>();
        columns.forEach(_ -> marks.add("?"));
        try (PreparedStatement statement = to.prepareStatement("insert into %s(%s) overriding system value values(%s)"
                .formatted(quoted(table), names(columns), String.join(", ", marks)))) {
            for (Object[] row : rows) {
                inserted += inserted(statement, row, columns.size());
            }
        }
        return inserted;
    }

    private static int inserted(PreparedStatement statement, Object[] row, int count) throws SQLException {
        for (int at = 0; at < count; at++) {
            statement.setObject(at + 1, row[at]);
        }
        try {
            return statement.executeUpdate();
        } catch (SQLException e) {
            if (UNFIT.contains(e.getErrorCode())) {
                return 0;
            }
            throw e;
        }
    }

    private static String names(List<String> columns) {
        return String.join(", ", columns.stream().map(TableSalvage::quoted).toList());
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
