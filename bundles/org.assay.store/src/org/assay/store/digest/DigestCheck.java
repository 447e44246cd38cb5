package org.assay.store.digest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.assay.model.CaseDigest;
import org.assay.model.StoredDigest;
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
        CaseDigest whole = new CaseDigest(now.of(connection));
        Optional<String> altered = alteredTable(connection, now.tables());
        return altered.isPresent() || whole.equals(stored.get().digest()) ? altered
                : Optional.of("the digest of the case was altered: every table fits its own, but not all of them that of the case");
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

    private static Optional<String> alteredTable(Connection connection, List<TableDigest> now) throws SQLException {
        List<TableDigest> kept = Rows.list(connection, "select table_name, row_count, sha256 from table_digest order by table_name",
                row -> new TableDigest(row.getString("table_name"), row.getLong("row_count"), Rows.digest(row, "sha256").orElseThrow()));
        for (TableDigest table : now) {
            Optional<String> difference = difference("the table \"" + table.table() + '"', Optional.of(table), of(table.table(), kept));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return kept.stream().filter(one -> of(one.table(), now).isEmpty()).findFirst()
                .map(one -> "there is a digest of a table \"%s\" that the case does not have".formatted(one.table()));
    }

    private static Optional<TableDigest> of(String table, List<TableDigest> all) {
        return all.stream().filter(one -> one.table().equals(table)).findFirst();
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
