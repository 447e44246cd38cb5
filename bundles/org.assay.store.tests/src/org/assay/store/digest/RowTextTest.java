package org.assay.store.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;

import org.h2.Driver;
import org.junit.jupiter.api.Test;

/** Pins the text that the digest of a case is over: other bytes would make every digest that was written down another one. */
class RowTextTest {

    @Test
    void everyTypeOfColumnHasOneForm() throws SQLException {
        assertEquals("""
                {"table":"t","a":-9223372036854775808,"b":7,"c":true,"d":"\\"\\\\ ~\\u007f\\u0000\\u000a\\u00e9\\ud800\\u202e",\
                "e":"00ff","f":"0a","g":"","h":"1969-12-31T23:59:59.000000001Z"}
                """, line("d", new Object[] {Long.MIN_VALUE, 7, true, "\"\\ ~\u007f\0\n\u00e9\ud800\u202e", new byte[] {0, -1},
                    new byte[] {10}, new byte[0], Instant.ofEpochSecond(-1, 1)}));
    }

    @Test
    void whatIsMissingIsNull() throws SQLException {
        assertEquals("{\"table\":\"t\",\"a\":null,\"b\":null,\"c\":null,\"d\":null,\"e\":null,\"f\":null,\"g\":null,\"h\":null}\n",
                line("d", new Object[8]));
    }

    @Test
    void timesOfManyDigitsHaveASign() throws SQLException {
        Object[] row = new Object[8];
        row[7] = Instant.parse("+12345-01-02T03:04:05Z");
        assertEquals("{\"table\":\"t\",\"a\":null,\"h\":\"+12345-01-02T03:04:05.000000000Z\"}\n",
                line("d", row, "b", "c", "d", "e", "f", "g"));
    }

    private static String line(String name, Object[] values, String... without) throws SQLException {
        try (Connection connection = new Driver().connect("jdbc:h2:mem:" + name, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("create table t(a bigint, b int, c boolean, d varchar(100), e binary(2), f varbinary(9), g blob,"
                    + " h timestamp(9) with time zone)");
            try (PreparedStatement insert = connection.prepareStatement("insert into t values(?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (int at = 0; at < values.length; at++) {
                    insert.setObject(at + 1, values[at]);
                }
                insert.execute();
            }
            try (ResultSet rows = statement.executeQuery("select * from t")) {
                rows.next();
                return new String(new RowText("t", rows, Set.of(without)).line(), StandardCharsets.US_ASCII);
            }
        }
    }
}
