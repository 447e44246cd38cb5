package org.assay.store.digest;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.store.database.Rows;
import org.assay.store.database.TableVersion;

/**
 * A table whose rows stand in the dump.
 *
 * @param columns as H2 is asked for them
 * @param condition of the rows, as H2 is asked for them; empty for all
 * @param key the columns of its primary key; none where it has one row
 * @param modification changes whenever the table is altered; while a case is open only
 */
record DumpTable(String name, String columns, String condition, List<String> key, long modification) {

    /** Many tags are altered seldom, so what comes behind them need not wait for their digest. */
    private static final String FIRST = "tag";

    /** Those that are large, the bytes of blocks, the custody log, whose entries hold one another, and what is made from the dump. */
    private static final Set<String> NOT_THERE = Stream.concat(Stream.of(Part.values()).map(Part::table),
            Stream.of("item_block_data", "custody_entry", "table_digest", "case_digest")).collect(Collectors.toSet());

    /** Of seals the digest says what they are. */
    private static final Set<String> WITHOUT = Set.of("message");

    /** Takes lines. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] line) throws IOException;

        static Sink of(OutputStream out) {
            return out::write;
        }
    }

    /** Those that the case has, in the order of the dump. */
    static List<DumpTable> all(Connection connection) throws SQLException {
        // Two questions, not one with a join: H2 would make the whole list of columns anew for each key.
        Set<String> primary = Set.copyOf(Rows.list(connection, """
                select constraint_name from information_schema.table_constraints
                where table_schema = 'PUBLIC' and constraint_type = 'PRIMARY KEY'""", row -> row.getString(1)));
        Map<String, List<String>> keys = new LinkedHashMap<>();
        Rows.each(connection, """
                select constraint_name, table_name, column_name from information_schema.key_column_usage
                where table_schema = 'PUBLIC' order by table_name, ordinal_position""", row -> {
            if (primary.contains(row.getString(1))) {
                keys.computeIfAbsent(row.getString(2), _ -> new ArrayList<>()).add(row.getString(3).toLowerCase(Locale.ROOT));
            }
        });
        return Rows.list(connection, "select table_name, last_modification from information_schema.tables where table_schema = 'PUBLIC'",
                row -> new DumpTable(row.getString(1).toLowerCase(Locale.ROOT), "*", "", keys.getOrDefault(row.getString(1), List.of()),
                        row.getLong(2))).stream().filter(table -> !NOT_THERE.contains(table.name()))
                .sorted(Comparator.comparing((DumpTable table) -> !table.name().equals(FIRST)).thenComparing(DumpTable::name)).toList();
    }

    /** The digest of the case itself, which is not in the dump. */
    static DumpTable own() {
        return new DumpTable("case_digest", "*", "", List.of("id"), 0);
    }

    /** The same with nothing but what a case of {@code version} has of it; empty where it has no such table. */
    Optional<DumpTable> of(TableVersion version) {
        return Optional.ofNullable(version.columns().get(name)).map(known -> new DumpTable(name, String.join(", ", known),
                name.equals("schema_version") ? " where version <= " + version.number() : "", key, modification));
    }

    /** Writes its rows and tells how many there are. */
    long write(Connection connection, Sink sink) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(select()); ResultSet rows = statement.executeQuery()) {
            RowText text = new RowText(name, rows, WITHOUT);
            long count = 0;
            while (rows.next()) {
                sink.take(text.line());
                count++;
            }
            return count;
        }
    }

    /** Of kept contents the digest says everything, and H2 finds it in the index without reading what was kept. */
    private String select() {
        return "select " + (name.equals("content") ? "sha256" : columns) + " from " + name + condition
                + (key.isEmpty() ? "" : " order by " + String.join(", ", key));
    }
}
