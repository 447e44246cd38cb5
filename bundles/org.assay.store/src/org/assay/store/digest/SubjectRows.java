package org.assay.store.digest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.custody.CustodySubject;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.database.Rows;

/**
 * What is stored of one thing in a case: its rows as lines of the dump. Of a snapshot that is its host, its own row, then what other tables
 * have of it, by their names, and the digests over its gaps and remarks; its row has those over its items. Blocks of earlier attempts,
 * which are removed later, are not in it. Of a comparison it is the same, with the digests over its changes; of tags it is all of them,
 * and of the incident's record.
 */
public final class SubjectRows {

    /** Not of a snapshot: the seal that is over it. */
    private static final String SEAL = "seal";

    private static final Set<String> OF_SNAPSHOT = Set.of(Part.GAP.table(), Part.REMARK.table());

    private static final Set<String> OF_COMPARISON = Stream.of(Part.CHANGE_BLOCK, Part.CHANGE, Part.FINDING).map(Part::table)
            .collect(Collectors.toSet());

    private SubjectRows() {
    }

    /** The thing as an entry of the custody log names it now. */
    public static CustodySubject subject(Connection connection, CustodySubject.Kind kind, long id) throws SQLException {
        Optional<Bytes> digest = digest(connection, kind, id);
        return id == 0 ? CustodySubject.of(kind, digest) : CustodySubject.of(kind, id, digest);
    }

    /** The digest over the lines; none where there is no such thing in the case, or nothing of it can be told. */
    static Optional<Bytes> digest(Connection connection, CustodySubject.Kind kind, long id) throws SQLException {
        MessageDigest digest = Sha256.start();
        long lines = switch (kind) {
            case SNAPSHOT -> snapshot(connection, id, digest::update);
            case COMPARISON -> comparison(connection, id, digest::update);
            case TAGS -> 1 + rows(connection, "tag", Set.of(), " order by host, location_key_sha256, fingerprint", digest::update);
            case SEAL -> rows(connection, SEAL, Set.of("message"), " where id = ?", digest::update, id);
            case INCIDENT -> 1 + incident(connection, digest::update);
            case CASE, EXPORT -> 0;
        };
        return lines == 0 ? Optional.empty() : Optional.of(Bytes.copyOf(digest.digest()));
    }

    /** Hands on the lines of a snapshot and tells how many there are. */
    static long snapshot(Connection connection, long id, DumpTable.Sink sink) throws SQLException {
        long own = rows(connection, "host", Set.of(), " where id = (select host_id from snapshot where id = ?)", sink, id)
                + rows(connection, "snapshot", Set.of(), " where id = ?", sink, id);
        return own == 0 ? 0 : own + owned(connection, "snapshot_id", id, OF_SNAPSHOT, sink);
    }

    private static long incident(Connection connection, DumpTable.Sink sink) throws SQLException {
        return rows(connection, "incident_checklist", Set.of(), " order by name", sink)
                + rows(connection, "incident_entry", Set.of(), " order by number", sink)
                + rows(connection, "incident_reference", Set.of(), " order by entry_number, number", sink);
    }

    /** Hands on the rows that say what large tables come to. */
    static long parts(Connection connection, DumpTable.Sink sink) throws SQLException {
        return rows(connection, "part_digest", Set.of(), " order by table_name, owner_id", sink);
    }

    private static long comparison(Connection connection, long id, DumpTable.Sink sink) throws SQLException {
        long own = rows(connection, "comparison", Set.of(), " where id = ?", sink, id);
        return own == 0 ? 0 : own + owned(connection, "comparison_id", id, OF_COMPARISON, sink);
    }

    private static long owned(Connection connection, String column, long id, Set<String> parts, DumpTable.Sink sink) throws SQLException {
        Set<String> having = Set.copyOf(Rows.list(connection,
                "select lower(table_name) from information_schema.columns where table_schema = 'PUBLIC' and lower(column_name) = ?",
                row -> row.getString(1), column));
        long lines = 0;
        for (DumpTable table : DumpTable.all(connection)) {
            if (having.contains(table.name()) && !table.name().equals(SEAL)) {
                lines += rows(connection, table.name(), Set.of(), " where " + column + " = ? order by " + String.join(", ", table.key()),
                        sink, id);
            }
        }
        for (String part : parts.stream().sorted().toList()) {
            lines += rows(connection, "part_digest", Set.of(), " where table_name = ? and owner_id = ?", sink, part, id);
        }
        return lines;
    }

    private static long rows(Connection connection, String table, Set<String> without, String where, DumpTable.Sink sink,
            Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from " + table + where)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            try (ResultSet found = statement.executeQuery()) {
                RowText text = new RowText(table, found, without);
                long count = 0;
                while (found.next()) {
                    sink.take(text.line());
                    count++;
                }
                return count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
