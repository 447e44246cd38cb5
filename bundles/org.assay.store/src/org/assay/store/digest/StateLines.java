package org.assay.store.digest;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a case holds as lines of text, for what is to be signed. Each line ends in a line feed. */
public final class StateLines {

    /** Seals come and go, and what their entries in the log say of them is signed; rows of large tables enter owner by owner. */
    private static final List<String> WITHOUT = List.of("seal", "part_digest");

    private StateLines() {
    }

    /** The rows of a snapshot, as lines of the dump. */
    public static List<String> ofSnapshot(Connection connection, long id) throws SQLException {
        List<String> lines = new ArrayList<>();
        SubjectRows.snapshot(connection, id, line -> lines.add(text(line)));
        return lines;
    }

    /** The digests over the rows of large tables, as lines of the dump. */
    public static List<String> ofParts(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        SubjectRows.parts(connection, line -> lines.add(text(line)));
        return lines;
    }

    /** The digests over the other tables, a line each. */
    public static List<String> ofTables(Connection connection) throws SQLException {
        DumpDigest digest = new DumpDigest();
        digest.of(connection);
        return digest.tables().stream().filter(table -> !WITHOUT.contains(table.table()))
                .map(table -> "{\"digest_of\":\"%s\",\"row_count\":%d,\"sha256\":\"%s\"}\n".formatted(table.table(), table.rows(),
                        table.sha256().hex())).toList();
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.US_ASCII);
    }
}
