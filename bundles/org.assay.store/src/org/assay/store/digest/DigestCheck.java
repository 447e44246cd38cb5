package org.assay.store.digest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.assay.model.casefile.CaseDigest;
import org.assay.model.casefile.StoredDigest;
import org.assay.model.custody.LogHead;
import org.assay.store.database.Migrations;
import org.assay.store.database.Rows;
import org.assay.store.database.TableVersion;

/** Finds what does not fit the digests that were kept with it. Each sentence is the end of one that began with "In the case X". */
public final class DigestCheck {

    private static final String MISSING = "the digest of the case is missing";
    /** Of the tables, since which a case has a digest, which is kept itself since the next, and a custody log. */
    private static final int FIRST_VERSION = 6;
    private static final int FIRST_VERSION_WITH_LOG = 8;

    private DigestCheck() {
    }

    /** Checks the digest of the case and all tables but the rows of large ones: what every command can afford. */
    public static Optional<String> ofTables(Connection connection) throws SQLException {
        Optional<StoredDigest> stored = CaseDigests.stored(connection);
        if (stored.isEmpty()) {
            return Optional.of(MISSING);
        }
        Optional<String> altered = ofTables(connection, stored.get(), DumpTable.all(connection),
                Optional.of(DumpTable.own()));
        return altered.isPresent() ? altered : logEnd(connection);
    }

    /**
     * The same for a case of an older version before it is brought up to date, which makes its digest anew. Where that was cut short once,
     * some of what is newer is there already, and the digest is over what was there before.
     *
     * @param version of the case, as it says
     */
    public static Optional<String> ofEarlier(Connection connection, int version, Migrations migrations) throws SQLException {
        Optional<StoredDigest> stored = CaseDigests.stored(connection);
        if (stored.isEmpty()) {
            return hasDigests(connection) ? Optional.of(MISSING) : Optional.empty();
        }
        Optional<String> first = Optional.empty();
        for (int number = version; number >= FIRST_VERSION; number--) {
            TableVersion tables = migrations.tables(number);
            Optional<String> altered = ofTables(connection, stored.get(), DumpTable.all(connection).stream()
                    .flatMap(table -> table.of(tables).stream()).toList(),
                    number > FIRST_VERSION ? DumpTable.own().of(tables) : Optional.empty());
            if (altered.isEmpty()) {
                return number >= FIRST_VERSION_WITH_LOG ? logEnd(connection) : Optional.empty();
            }
            first = first.or(() -> altered);
        }
        return first.or(() -> Optional.of("the version of its tables was altered: it is older than its digest"));
    }

    /** Whether anything but the digest of the case tells that there was one. */
    private static boolean hasDigests(Connection connection) throws SQLException {
        for (String table : List.of("table_digest", "part_digest", "custody_entry")) {
            if (Rows.first(connection, "select 1 from information_schema.tables where table_schema = 'PUBLIC' and table_name = ?",
                    _ -> true, table.toUpperCase(Locale.ROOT)).isPresent()
                    && Rows.first(connection, "select 1 from " + table + " fetch first row only", _ -> true).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** @param digest the table of the digest itself; empty where nothing is kept of it */
    private static Optional<String> ofTables(Connection connection, StoredDigest stored, List<DumpTable> tables, Optional<DumpTable> digest)
            throws SQLException {
        DumpDigest now = new DumpDigest();
        boolean fits = new CaseDigest(now.of(connection, tables)).equals(stored.digest());
        List<TableDigest> kept = Rows.list(connection, "select table_name, row_count, sha256 from table_digest order by table_name",
                row -> new TableDigest(row.getString("table_name"), row.getLong("row_count"), Rows.digest(row, "sha256").orElseThrow()));
        Set<TableDigest> all = new LinkedHashSet<>(now.tables());
        if (digest.isPresent()) {
            all.add(DumpDigest.read(connection, digest.get(), _ -> { }));
        }
        Optional<String> altered = all.stream()
                .filter(table -> !fits || !now.tables().contains(table) && isIn(table.table(), kept))
                .flatMap(table -> difference(table, kept).stream()).findFirst();
        if (altered.isPresent()) {
            return altered;
        }
        if (!all.equals(Set.copyOf(kept))) {
            return Optional.of("the table \"table_digest\" was altered: it does not say what the other tables hold");
        }
        return fits ? Optional.empty() : Optional.of("the digest of the case was altered: every table fits its own, but not that of all");
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
