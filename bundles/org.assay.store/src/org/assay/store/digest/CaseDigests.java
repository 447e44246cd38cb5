package org.assay.store.digest;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.assay.model.casefile.CaseDigest;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.custody.LogHead;
import org.assay.model.text.Bytes;
import org.assay.store.database.Rows;

/**
 * The digest over everything that a case holds: over its dump, in which all rows of all tables stand, those of large tables by a digest of
 * their own (see {@link Part}). It is kept in the case by each transaction that alters something.
 */
public final class CaseDigests {

    private final DumpDigest digest = new DumpDigest();
    private Set<TableDigest> stored = Set.of();

    /** Stores the digest over what the transaction leaves; nothing while the case's tables are being made. */
    public void keep(Connection connection) throws SQLException {
        if (!isThere(connection)) {
            return;
        }
        if (stored(connection).isEmpty()) {
            keepParts(connection);
            Rows.update(connection, "insert into case_digest(id, generation, written, sha256) values(1, 0, ?, ?)", Instant.EPOCH,
                    digest.of(connection));
        }
        LogHead head = CustodyChain.head(connection);
        Rows.update(connection,
                "update case_digest set generation = generation + 1, written = ?, sha256 = ?, log_entries = ?, log_sha256 = ?",
                Instant.now(), digest.of(connection), head.entries(), head.sha256());
        Set<TableDigest> now = new HashSet<>(digest.tables());
        now.add(own(connection));
        Rows.updateAll(connection, "merge into table_digest(table_name, row_count, sha256) values(?, ?, ?)",
                now.stream().filter(table -> !stored.contains(table))
                        .map(table -> new Object[] {table.table(), table.rows(), table.sha256()}).toList());
        stored = now;
    }

    /** Stores the digests over the rows of large tables, for a case that had none. */
    public static void keepParts(Connection connection) throws SQLException {
        if (stored(connection).isEmpty()) {
            PartDigest.renewAll(connection);
        }
    }

    /** What the table of the digest itself comes to. */
    static TableDigest own(Connection connection) throws SQLException {
        return DumpDigest.read(connection, DumpTable.own(), _ -> { });
    }

    /** Makes the digests over the rows of large tables anew, for a case into which rows were copied. */
    public static int renew(Connection connection) throws SQLException {
        int old = Rows.update(connection, "delete from part_digest");
        PartDigest.renewAll(connection);
        return old;
    }

    private static boolean isThere(Connection connection) throws SQLException {
        return Rows.first(connection, """
                select 1 from information_schema.tables where table_schema = 'PUBLIC' and table_name = 'CASE_DIGEST'""", _ -> true)
                .isPresent();
    }

    /** The digest that was kept last; none in a case that was not written since digests are kept. */
    public static Optional<StoredDigest> stored(Connection connection) throws SQLException {
        if (!isThere(connection)) {
            return Optional.empty();
        }
        return Rows.first(connection, "select generation, written, sha256 from case_digest", row -> new StoredDigest(
                new CaseDigest(Rows.digest(row, "sha256").orElseThrow()), row.getLong("generation"),
                Rows.time(row, "written").orElseThrow()));
    }

    /** Where the custody log ended when the digest was kept last. */
    static LogHead storedHead(Connection connection) throws SQLException {
        return Rows.first(connection, "select log_entries, log_sha256 from case_digest",
                row -> new LogHead(row.getLong("log_entries"), Rows.digest(row, "log_sha256").orElse(Bytes.EMPTY))).orElseThrow();
    }

    /** Writes what the digest is over. */
    public static void dump(Connection connection, OutputStream out) throws SQLException, IOException {
        out.write(DumpDigest.HEADING);
        for (DumpTable table : DumpTable.all(connection)) {
            table.write(connection, DumpTable.Sink.of(out));
        }
    }
}
