package org.assay.store.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.h2.api.ErrorCode;

/**
 * The versions of the tables, each a script that makes it from the one before. H2 commits every statement on tables at once, so a version
 * is not one transaction: each script can run again over what it did before, and its version is noted last.
 *
 * @param scripts the script of version 1 first
 */
public record Migrations(List<String> scripts) {

    private static final int LATEST = 10;

    private static final Set<Integer> NO_TABLE = Set.of(ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1);

    /** Those of this Assay. */
    public static Migrations standard() {
        return new Migrations(IntStream.rangeClosed(1, LATEST).mapToObj(version -> script("V" + version + ".sql")).toList());
    }

    /** Makes the tables in an empty database, then does {@code first} in the same transaction. */
    public void create(Connections connections, Connections.Change first) {
        connections.writeDurably(connection -> {
            migrate(connection, 0);
            Rows.update(connection, "insert into case_info(created, tool_version) values(?, ?)", Instant.now(), ToolVersion.current());
            first.on(connection);
            return scripts.size();
        });
    }

    /**
     * Brings an existing case to the latest version and then, in the same transaction, does {@code first}; nothing to one that is there.
     * Fails when it is no case or of a newer version.
     */
    public void open(Connections connections, Connections.Change first) {
        int version = stored(connections);
        if (version < scripts.size()) {
            connections.writeDurably(connection -> {
                migrate(connection, version);
                first.on(connection);
                return version;
            });
        }
    }

    /** Whether an existing case is of the latest version; fails when it is no case or of a newer one. */
    public boolean isLatest(Connections connections) {
        return stored(connections) == scripts.size();
    }

    /** The tables as {@code version} left them. */
    public TableVersion tables(int version) {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Connection empty = DriverManager.getConnection("jdbc:h2:mem:")) {
            for (String script : scripts.subList(0, version)) {
                try (Statement statement = empty.createStatement()) {
                    statement.execute(script);
                }
            }
            Rows.each(empty, """
                    select table_name, column_name from information_schema.columns where table_schema = 'PUBLIC'
                    order by table_name, ordinal_position""", row -> columns.computeIfAbsent(row.getString(1).toLowerCase(Locale.ROOT),
                    _ -> new ArrayList<>()).add(row.getString(2).toLowerCase(Locale.ROOT)));
        } catch (SQLException e) {
            throw new IllegalStateException("the scripts run in any database", e);
        }
        return new TableVersion(version, columns);
    }

    /** The version of an existing case; fails when it is no case or of a newer version. */
    public int stored(Connections connections) {
        int version = connections.read(this::version).orElseThrow(
                () -> connections.path().failure("%s is a database, but not a case. Check the path.", null));
        if (version > scripts.size()) {
            throw connections.path().failure(Admission.NEWER, null, version, scripts.size());
        }
        return version;
    }

    private Optional<Integer> version(Connection connection) throws SQLException {
        try {
            return Rows.first(connection, "select max(version) from schema_version", row -> row.getInt(1)).filter(version -> version > 0);
        } catch (SQLException e) {
            if (NO_TABLE.contains(e.getErrorCode())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void migrate(Connection connection, int from) throws SQLException {
        for (int version = from + 1; version <= scripts.size(); version++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(scripts.get(version - 1));
            }
            Rows.update(connection, "insert into schema_version(version, applied, tool_version) values(?, ?, ?)", version, Instant.now(),
                    ToolVersion.current());
        }
    }

    private static String script(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the script " + name + " is missing from this Assay", e);
        }
    }
}
