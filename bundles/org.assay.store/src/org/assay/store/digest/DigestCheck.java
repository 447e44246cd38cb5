package org.assay.store.digest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.assay.model.casefile.CaseDigest;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.custody.LogHead;
import org.assay.store.database.Rows;

/** Finds what does not fit the digests that were kept with it. Each sentence is the end of one that began with "In the case X". */
public final class DigestCheck {

    private DigestCheck() {
    }

    /** Checks the digest of the case and all tables but the rows of large ones: what every command can afford. */
    public static Optional<String> ofTables(Connection connection) throws SQLException {
        Optional<StoredDigest> stored = CaseDigests.stored(connection);
        if (stored.isEmpty()) {
            return Optional.of("the digest of the case is missing");
        }
        DumpDigest now = new DumpDigest();
        boolean fits = new CaseDigest(now.of(connection)).equals(stored.get().digest());
        List<TableDigest> kept = Rows.list(connection, "select table_name, row_count, sha256 from table_digest order by table_name",
                row -> new TableDigest(row.getString("table_name"), row.getLong("row_count"), Rows.digest(row, "sha256").orElseThrow()));
        TableDigest own = CaseDigests.own(connection);
        Optional<String> altered = Stream.concat(fits ? Stream.empty() : now.tables().stream(), Stream.of(own))
                .filter(table -> !fits || isIn(table.table(), kept)).flatMap(table -> difference(table, kept).stream()).findFirst();
        if (altered.isPresent()) {
            return altered;
        }
        Set<TableDigest> all = new HashSet<>(now.tables());
        all.add(own);
        if (!all.equals(Set.copyOf(kept))) {
            return Optional.of("the table \"table_digest\" was altered: it does not say what the other tables hold");
        }
        return fits ? logEnd(connection) : Optional.of("the digest of the case was altered: every table fits its own, but not that of all");
    }

    private static Optional<String> logEnd(Connection connection) throws SQLException {
        LogHead now = CustodyChain.head(connection);
        LogHead stored = CaseDigests.storedHead(connection);
        return now.equals(stored) ? Optional.empty() : Optional.of(now.entries() == stored.entries()
                ? "the last entry of the custody log, %d, is another one than was written".formatted(now.entries())
                : "the custody log ends with entry %d where entry %d was the last".formatted(now.entries(), stored.entries()));
    }

    /** Checks the rows of large tables. */
    public static Optional<String> ofParts(Connection connection) throws SQLException {
        for (Part part : Part.values()) {
            SortedSet<Long> owners = new TreeSet<>(PartDigest.owners(connection, part));
            owners.addAll(Rows.list(connection, "select owner_id from part_digest where table_name = ?", row -> row.getLong(1),
                    part.table()));
            for (long owner : owners) {
                Optional<String> difference = difference("%s %d in the table \"%s\"".formatted(part.owner(), owner, part.table()),
                        Optional.of(PartDigest.now(connection, part, owner)), PartDigest.stored(connection, part, owner));
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return dataWithoutBlock(connection);
    }

    /** Bytes of blocks are found by their blocks, which are checked; what nobody would find is looked for here. */
    private static Optional<String> dataWithoutBlock(Connection connection) throws SQLException {
        return Rows.first(connection, """
                select d.snapshot_id, d.run, d.number from item_block_data d where not exists(select 1 from item_block b
                    where b.snapshot_id = d.snapshot_id and b.run = d.run and b.number = d.number) fetch first row only""",
                row -> "the table \"item_block_data\" has bytes of block %d of run %d of snapshot %d, which is not there"
                        .formatted(row.getInt(3), row.getInt(2), row.getLong(1)));
    }

    private static boolean isIn(String table, List<TableDigest> all) {
        return all.stream().anyMatch(one -> one.table().equals(table));
    }

    private static Optional<String> difference(TableDigest table, List<TableDigest> kept) {
        return difference("the table \"" + table.table() + '"', Optional.of(table),
                kept.stream().filter(one -> one.table().equals(table.table())).findFirst());
    }

    private static Optional<String> difference(String what, Optional<TableDigest> now, Optional<TableDigest> kept) {
        long rows = now.map(TableDigest::rows).orElse(0L);
        long before = kept.map(TableDigest::rows).orElse(0L);
        if (now.equals(kept)) {
            return Optional.empty();
        }
        return Optional.of(rows == before ? "%s has other values in its %d rows than were stored".formatted(what, rows)
                : "%s has %d rows where %d were stored".formatted(what, rows, before));
    }
}
