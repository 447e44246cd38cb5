package org.assay.store.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.model.text.Bytes;

/**
 * Statements with parameters. A parameter is a number, text, time, {@link Bytes} for a digest column, {@code byte[]} for a column of large
 * binary objects, or an {@link Optional} of one of these for a column that may be null.
 */
public final class Rows {

    /** Makes a result of one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes a row. */
    @FunctionalInterface
    public interface Consumer {
        void take(ResultSet row) throws SQLException;
    }

    private Rows() {
    }

    /** All rows, in the order of the statement. */
    public static <T> List<T> list(Connection connection, String sql, Reader<T> reader, Object... parameters) throws SQLException {
        List<T> results = new ArrayList<>();
        each(connection, sql, row -> results.add(reader.read(row)), parameters);
        return results;
    }

    /** Hands on all rows, in the order of the statement. */
    public static void each(Connection connection, String sql, Consumer consumer, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.take(rows);
                }
            }
        }
    }

    /** The first row. */
    public static <T> Optional<T> first(Connection connection, String sql, Reader<T> reader, Object... parameters) throws SQLException {
        return list(connection, sql, reader, parameters).stream().findFirst();
    }

    /** Runs a statement that changes rows and tells how many. */
    public static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** Inserts a row and gives the id that it got. */
    public static long insert(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"ID"})) {
            fill(statement, parameters);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** Runs the statement once for each of {@code rows} and tells how many rows it changed together. */
    public static int updateAll(Connection connection, String sql, Iterable<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int changed = 0;
            for (Object[] row : rows) {
                fill(statement, row);
                changed += statement.executeUpdate();
            }
            return changed;
        }
    }

    /** A digest column; empty where it is null. */
    public static Optional<Bytes> digest(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Bytes::copyOf);
    }

    /** A column of large binary objects; empty where it is null. */
    public static Optional<byte[]> blob(ResultSet row, String column) throws SQLException {
        try (InputStream content = row.getBinaryStream(column)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** A time column; empty where it is null. */
    public static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Instant.class));
    }

    private static void fill(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int at = 0; at < parameters.length; at++) {
            Object parameter = parameters[at] instanceof Optional<?> optional ? optional.orElse(null) : parameters[at];
            switch (parameter) {
                case byte[] content -> statement.setBinaryStream(at + 1, new ByteArrayInputStream(content), content.length);
                case Bytes digest -> statement.setBytes(at + 1, digest.toArray());
                case null, default -> statement.setObject(at + 1, parameter);
            }
        }
    }
}
