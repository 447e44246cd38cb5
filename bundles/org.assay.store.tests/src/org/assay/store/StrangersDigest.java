package org.assay.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

import org.h2.Driver;

/** The digest of a case as somebody makes it who has H2 and the page {@code docs/case-format.md}, and nothing of Assay's. */
final class StrangersDigest {

    /** The keys as the page's table of tables has them. */
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("tag", List.of("host", "location_key_sha256", "fingerprint")),
            Map.entry("area", List.of("snapshot_id", "number")), Map.entry("comparison_remark", List.of("comparison_id", "number")),
            Map.entry("attempt", List.of("snapshot_id", "number")), Map.entry("attempt_limit", List.of("snapshot_id", "number")),
            Map.entry("case_info", List.of()), Map.entry("change_count", List.of("comparison_id", "kind")),
            Map.entry("comparison", List.of("id")), Map.entry("comparison_catalogue", List.of("comparison_id", "number")),
            Map.entry("content", List.of("sha256")), Map.entry("gap_count", List.of("snapshot_id", "reason")),
            Map.entry("host", List.of("id")), Map.entry("part_digest", List.of("table_name", "owner_id")),
            Map.entry("incident_checklist", List.of("name")), Map.entry("incident_entry", List.of("number")),
            Map.entry("incident_reference", List.of("entry_number", "number")), Map.entry("seal", List.of("id")),
            Map.entry("schema_version", List.of("version")), Map.entry("snapshot", List.of("id")),
            Map.entry("snapshot_catalogue", List.of("snapshot_id", "number")), Map.entry("source", List.of("snapshot_id", "number")));

    private static final List<String> NOT_IN_THE_DUMP = List.of("item_block_data", "item_block", "gap", "remark", "change_block", "change",
            "finding", "custody_entry", "table_digest", "case_digest");

    private final MessageDigest digest;

    private StrangersDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /** The digest in hexadecimal digits. */
    static String of(Path file) throws SQLException, NoSuchAlgorithmException {
        StrangersDigest stranger = new StrangersDigest(MessageDigest.getInstance("SHA-256"));
        stranger.line("assay case 1");
        Properties user = new Properties();
        user.setProperty("user", "assay");
        user.setProperty("password", "");
        String url = "jdbc:h2:" + file.toString().replace(".mv.db", "") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        try (Connection connection = new Driver().connect(url, user); Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                stranger.table(statement, table);
            }
        }
        return HexFormat.of().formatHex(stranger.digest.digest());
    }

    private static List<String> tables(Statement statement) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery(
                "select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        names.removeAll(NOT_IN_THE_DUMP);
        List<String> ordered = new ArrayList<>(List.of("tag"));
        names.stream().filter(name -> !name.equals("tag")).forEach(ordered::add);
        return ordered;
    }

    private void table(Statement statement, String table) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select * from " + table)) {
            while (found.next()) {
                rows.add(row(found, table));
            }
        }
        for (String column : KEYS.get(table).reversed()) {
            rows.sort((one, two) -> order(one.get(column), two.get(column)));
        }
        for (Map<String, Object> row : rows) {
            StringBuilder line = new StringBuilder("{\"table\":\"" + table + '"');
            row.forEach((name, value) -> line.append(",\"").append(name).append("\":").append(text(value)));
            line(line.append('}').toString());
        }
    }

    private static Map<String, Object> row(ResultSet found, String table) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        ResultSetMetaData columns = found.getMetaData();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            String name = columns.getColumnName(at).toLowerCase();
            if ((!table.equals("content") || name.equals("sha256")) && !(table + name).equals("sealmessage")) {
                row.put(name, columns.getColumnTypeName(at).startsWith("BINARY") ? found.getBytes(at) : found.getObject(at));
            }
        }
        return row;
    }

    private static int order(Object one, Object two) {
        return switch (one) {
            case byte[] bytes -> Arrays.compareUnsigned(bytes, (byte[]) two);
            case String text -> text.compareTo((String) two);
            default -> Long.compare(((Number) one).longValue(), ((Number) two).longValue());
        };
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] bytes -> '"' + HexFormat.of().formatHex(bytes) + '"';
            case OffsetDateTime time -> {
                OffsetDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC);
                yield "\"%sT%02d:%02d:%02d.%09dZ\"".formatted(utc.toLocalDate(), utc.getHour(), utc.getMinute(), utc.getSecond(),
                        utc.getNano());
            }
            case String text -> {
                StringBuilder quoted = new StringBuilder("\"");
                text.chars().forEach(unit -> quoted.append(unit < 32 || unit > 126 ? "\\u%04x".formatted(unit)
                        : unit == '"' || unit == '\\' ? "\\" + (char) unit : String.valueOf((char) unit)));
                yield quoted.append('"').toString();
            }
            default -> value.toString();
        };
    }

    private void line(String line) {
        digest.update((line + '\n').getBytes(StandardCharsets.US_ASCII));
    }
}
