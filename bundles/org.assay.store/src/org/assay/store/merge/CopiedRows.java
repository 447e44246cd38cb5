package org.assay.store.merge;

import java.sql.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.assay.store.database.Rows;

/**
 * Copies rows of a table from one case into another, with other numbers.
 *
 * @param from the other case, read at one moment
 * @param to the case that they come into
 */
record CopiedRows(Connection from, Connection to) {

    /** The column of large binary objects. */
    private static final String LARGE = "data";
    /** The columns that tell the rows of one owner apart. */
    private static final List<String> KEYS = List.of("run", "number");

    /** The tables that have this column, by name, in lower case; of both cases the same, for both are of one version. */
    List<String> tablesWith(String column) throws SQLException {
        return Rows.list(to, """
                select lower(table_name) from information_schema.columns where table_schema = 'PUBLIC' and lower(column_name) = ?
                order by table_name""", row -> row.getString(1), column);
    }

    /** The columns of a table in their order, in lower case. */
    private List<String> columns(String table) throws SQLException {
        return Rows.list(to, """
                select lower(column_name) from information_schema.columns where table_schema = 'PUBLIC' and lower(table_name) = ?
                order by ordinal_position""", row -> row.getString(1), table);
    }

    /** Copies the rows whose {@code column} is {@code was}; there it is {@code is}. */
    void owned(String table, String column, long was, long is) throws SQLException {
        List<String> columns = columns(table);
        if (!columns.contains(LARGE)) {
            copy(table, " where " + column + " = ?", List.of(was), columns, Map.of(column, is));
            return;
        }
        // One row at a time: H2 holds a result in memory, and these rows may be more than that.
        List<String> key = KEYS.stream().filter(columns::contains).toList();
        String where = " where " + column + " = ?" + String.join("", key.stream().map(one -> " and " + one + " = ?").toList());
        for (List<Object> one : keys(table, column, was, key)) {
            copy(table, where, one, columns, Map.of(column, is));
        }
    }

    private List<List<Object>> keys(String table, String column, long was, List<String> key) throws SQLException {
        String names = String.join(", ", key);
        return Rows.list(from, "select " + names + " from " + table + " where " + column + " = ? order by " + names, row -> {
            List<Object> values = new ArrayList<>(List.of(was));
            for (String one : key) {
                values.add(row.getObject(one));
            }
            return values;
        }, was);
    }

    /** Copies the one row with the number {@code id} under a new number, which is given, and with these columns changed. */
    long numbered(String table, long id, Map<String, Object> changed) throws SQLException {
        List<String> columns = new ArrayList<>(columns(table));
        columns.remove("id");
        return copy(table, " where id = ?", List.of(id), columns, changed);
    }

    /** Copies the rows that {@code where} selects. */
    void selected(String table, String where, List<?> parameters) throws SQLException {
        copy(table, where, parameters, columns(table), Map.of());
    }

    /** Gives the number of the last row, where the table numbers its rows itself. */
    private long copy(String table, String where, List<?> parameters, List<String> columns, Map<String, Object> changed)
            throws SQLException {
        String insert = "insert into %s(%s) values(%s)".formatted(table, String.join(", ", columns),
                String.join(", ", columns.stream().map(_ -> "?").toList()));
        boolean numbers = !columns.contains("id") && columns(table).contains("id");
        long number = 0;
        try (PreparedStatement select = from.prepareStatement("select " + String.join(", ", columns) + " from " + table + where);
                PreparedStatement put = numbers ? to.prepareStatement(insert, new String[] {"ID"}) : to.prepareStatement(insert)) {
            for (int at = 0; at < parameters.size(); at++) {
                select.setObject(at + 1, parameters.get(at));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    put(put, rows, columns, changed);
                    number = numbers ? key(put) : 0;
                }
            }
        }
        return number;
    }

    private static void put(PreparedStatement put, ResultSet rows, List<String> columns, Map<String, Object> changed) throws SQLException {
        for (int at = 0; at < columns.size(); at++) {
            Object value = changed.containsKey(columns.get(at)) ? changed.get(columns.get(at)) : rows.getObject(at + 1);
            put.setObject(at + 1, value instanceof Blob ? rows.getBytes(at + 1) : value);
        }
        put.executeUpdate();
    }

    private static long key(PreparedStatement put) throws SQLException {
        try (ResultSet keys = put.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }
}
