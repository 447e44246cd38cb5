package org.assay.store.digest;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rows of a result as lines of JSON in the one form of {@code docs/case-format.md}, section "The digest of the case". */
final class RowText {

    /** Always nine digits behind the point. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private static final HexFormat HEX = HexFormat.of();

    private record Column(int number, String name, int type) {
    }

    private final ResultSet rows;
    private final String start;
    private final List<Column> columns = new ArrayList<>();
    private final StringBuilder line = new StringBuilder(256);

    /** @param without columns that do not become part of the lines */
    RowText(String table, ResultSet rows, Set<String> without) throws SQLException {
        this.rows = rows;
        start = "{\"table\":\"" + table + '"';
        ResultSetMetaData data = rows.getMetaData();
        for (int number = 1; number <= data.getColumnCount(); number++) {
            String name = data.getColumnName(number).toLowerCase(Locale.ROOT);
            if (!without.contains(name)) {
                columns.add(new Column(number, name, data.getColumnType(number)));
            }
        }
    }

    /** The row on which the result stands, line feed included. */
    byte[] line() throws SQLException {
        line.setLength(0);
        line.append(start);
        for (Column column : columns) {
            line.append(",\"").append(column.name()).append("\":");
            value(column);
        }
        return line.append("}\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void value(Column column) throws SQLException {
        switch (column.type()) {
            case Types.BINARY, Types.VARBINARY, Types.BLOB -> bytes(rows.getBytes(column.number()));
            case Types.TIMESTAMP_WITH_TIMEZONE -> time(rows.getObject(column.number(), Instant.class));
            case Types.VARCHAR -> text(rows.getString(column.number()));
            case Types.INTEGER, Types.BIGINT, Types.BOOLEAN -> line.append(rows.getObject(column.number()));
            default -> throw new IllegalStateException("no form is laid down for the column " + column.name());
        }
    }

    private void bytes(byte[] bytes) {
        if (bytes == null) {
            line.append("null");
        } else {
            line.append('"').append(HEX.formatHex(bytes)).append('"');
        }
    }

    private void time(Instant time) {
        if (time == null) {
            line.append("null");
        } else {
            line.append('"').append(TIME.format(time)).append('"');
        }
    }

    private void text(String text) {
        if (text == null) {
            line.append("null");
            return;
        }
        line.append('"');
        for (int at = 0; at < text.length(); at++) {
            unit(text.charAt(at));
        }
        line.append('"');
    }

    private void unit(char unit) {
        if (unit < ' ' || unit > '~') {
            line.append("\\u").append(HEX.toHexDigits(unit));
        } else {
            if (unit == '"' || unit == '\\') {
                line.append('\\');
            }
            line.append(unit);
        }
    }
}
