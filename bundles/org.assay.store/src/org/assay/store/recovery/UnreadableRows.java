package org.assay.store.recovery;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Visible;
import org.assay.store.bytes.LocationFormat;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.database.Rows;
import org.assay.store.table.AttemptTable;
import org.assay.store.table.ComparisonTable;
import org.assay.store.table.GapTable;
import org.assay.store.table.Removal;
import org.assay.store.table.SealTable;
import org.assay.store.table.SnapshotTable;

/**
 * Rows of a copied case that came over and that nobody can read, because a name stands in them that no Assay knows, or a place that is no
 * place. One such row would keep the whole list that it is in from being read, so it is put right where that takes nothing away, else
 * removed, and what stood there is told.
 */
final class UnreadableRows {

    /** A row's key, to be used behind {@code where}: snapshot and number in it. */
    private static final String ONE = " where snapshot_id = ? and number = ?";

    private static final String UNKNOWN = "UNKNOWN";

    private final Connection connection;
    private final List<String> lost;

    /** @param lost takes what is lost, a phrase each */
    UnreadableRows(Connection connection, List<String> lost) {
        this.connection = connection;
        this.lost = lost;
    }

    void mend() throws SQLException {
        name(Role.class, "snapshot", "role", "id", Role.SUSPECT);
        for (long snapshot : name(SnapshotState.class, "snapshot", "state", "id", SnapshotState.FAILED)) {
            SnapshotTable.fail(connection, snapshot);
        }
        name(GapReason.class, "gap", "reason", "snapshot_id", GapReason.READ_ERROR);
        for (long snapshot : Rows.list(connection, "select id from snapshot order by id", row -> row.getLong(1))) {
            attempts(snapshot);
            sources(snapshot);
            GapTable.count(connection, snapshot);
        }
        places("gap", "location", "a gap");
        places("remark", "location", "a remark");
        places("area", "location", "a part of the machine that was asked for");
        blocks();
        seals();
        for (long comparison : Rows.list(connection, "select id from comparison order by id", row -> row.getLong(1))) {
            comparison(comparison);
        }
    }

    /** Has {@code instead} stand in place of each name that is none of {@code type}; gives the snapshots that it stood in. */
    private <E extends Enum<E>> List<Long> name(Class<E> type, String table, String column, String owner, E instead) throws SQLException {
        List<String> known = new ArrayList<>();
        for (E one : type.getEnumConstants()) {
            known.add("'" + one.name() + "'");
        }
        String unknown = column + " not in (" + String.join(", ", known) + ")";
        lost.addAll(Rows.list(connection, "select " + owner + ", " + column + ", count(*) from " + table + " where " + unknown
                + " group by " + owner + ", " + column + " order by " + owner + ", " + column,
                row -> "what the %s '%s' of %s meant: it is %s now".formatted(column, Visible.text(row.getString(2)),
                        table.equals("snapshot") ? "snapshot " + row.getLong(1)
                                : "%,d %ss of snapshot %d".formatted(row.getLong(3), table, row.getLong(1)), instead)));
        List<Long> owners = Rows.list(connection, "select distinct " + owner + " from " + table + " where " + unknown,
                row -> row.getLong(1));
        Rows.update(connection, "update " + table + " set " + column + " = ? where " + unknown, instead.name());
        return owners;
    }

    private void attempts(long snapshot) throws SQLException {
        for (Map.Entry<Integer, String> bad : unreadable("attempt", snapshot, AttemptTable::check).entrySet()) {
            lost.add("which digests attempt %d at snapshot %d was to make: %s".formatted(bad.getKey(), snapshot, bad.getValue()));
            Rows.update(connection, "update attempt set digests = ''" + ONE, snapshot, bad.getKey());
        }
    }

    private void sources(long snapshot) throws SQLException {
        for (Map.Entry<Integer, String> bad : unreadable("source", snapshot, SnapshotTable::source).entrySet()) {
            lost.add("where exactly source %d of snapshot %d was, and what, if its kind is %s now: %s".formatted(bad.getKey(), snapshot,
                    UNKNOWN, bad.getValue()));
            Rows.update(connection, "update source set path = null, kind = case when regexp_like(kind, ?) then kind else ? end" + ONE,
                    "^" + SourceKind.WORD + "$", UNKNOWN, snapshot, bad.getKey());
        }
    }

    /** Removes what is at no place. */
    private void places(String table, String column, String what) throws SQLException {
        List<Object[]> bad = new ArrayList<>();
        Rows.each(connection, "select * from " + table, row -> {
            try {
                LocationFormat.decode(Rows.blob(row, column).orElseThrow());
            } catch (MalformedBytes _) {
                bad.add(new Object[] {row.getLong("snapshot_id"), row.getLong("number")});
                lost.add("%s of snapshot %d at %s, whose exact place cannot be read".formatted(what, row.getLong("snapshot_id"),
                        Visible.text(row.getString(column + "_text"))));
            }
        });
        for (Object[] key : bad) {
            Rows.update(connection, "delete from " + table + ONE, key);
            SnapshotTable.fail(connection, (long) key[0]);
        }
    }

    private void blocks() throws SQLException {
        List<Object[]> bad = new ArrayList<>();
        Rows.each(connection, "select snapshot_id, run, number, items, first_location from item_block", row -> {
            try {
                LocationFormat.decode(Rows.blob(row, "first_location").orElseThrow());
            } catch (MalformedBytes _) {
                bad.add(new Object[] {row.getLong("snapshot_id"), row.getInt("run"), row.getInt("number")});
                lost.add("%,d items of snapshot %d, whose place cannot be read".formatted(row.getLong("items"),
                        row.getLong("snapshot_id")));
            }
        });
        for (Object[] key : bad) {
            Rows.update(connection, "delete from item_block where snapshot_id = ? and run = ? and number = ?", key);
        }
    }

    /** A seal that is not what was signed would keep the new case from being verified. */
    private void seals() throws SQLException {
        for (long seal : SealTable.altered(connection)) {
            lost.add("seal %d, whose message is not the one that was stored".formatted(seal));
            Rows.update(connection, "delete from seal where id = ?", seal);
        }
    }

    private void comparison(long id) throws SQLException {
        try {
            ComparisonTable.one(connection, id);
        } catch (MalformedBytes e) {
            Removal.comparison(connection, id);
            lost.add("comparison %d, of which %s: compare again".formatted(id, e.getMessage()));
        }
    }

    /** Fails with {@link MalformedBytes} when a row cannot be read. */
    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** By their numbers: what is wrong with the rows of a snapshot that cannot be read. */
    private Map<Integer, String> unreadable(String table, long snapshot, Reader reader) throws SQLException {
        Map<Integer, String> bad = new TreeMap<>();
        Rows.each(connection, "select * from " + table + " where snapshot_id = ?", row -> {
            try {
                reader.read(row);
            } catch (MalformedBytes e) {
                bad.put(row.getInt("number"), e.getMessage());
            }
        }, snapshot);
        return bad;
    }
}
