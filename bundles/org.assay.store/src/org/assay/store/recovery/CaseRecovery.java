package org.assay.store.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Bytes;
import org.assay.model.text.Visible;
import org.assay.store.block.BlockFormat;
import org.assay.store.bytes.MalformedBytes;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.assay.store.digest.CaseDigests;
import org.assay.store.digest.CustodyChain;
import org.assay.store.digest.DigestCheck;
import org.assay.store.snapshot.SnapshotCheck;
import org.assay.store.snapshot.StoredChanges;
import org.assay.store.table.Block;
import org.assay.store.table.BlockTable;
import org.assay.store.table.ComparisonTable;
import org.assay.store.table.ContentTable;
import org.assay.store.table.IncidentTable;
import org.assay.store.table.Removal;
import org.assay.store.table.SnapshotTable;
import org.assay.store.table.TagTable;

/**
 * Saves what can be read of a damaged case into a new one. What is there afterwards is whole: a snapshot that lost something is failed, and
 * a comparison that did is not there.
 */
public final class CaseRecovery {

    /** Notes in the custody log that a case was recovered, and what is lost. */
    @FunctionalInterface
    public interface Log {
        void note(Connection connection, List<String> lost) throws SQLException;
    }

    private static final Map<String, String> NAMES = Map.of("TAG", "tags", "GAP", "gaps", "REMARK", "remarks", "HOST", "hosts",
            "SNAPSHOT", "snapshots", "COMPARISON", "comparisons", "CONTENT", "kept files", "ATTEMPT", "attempts",
            "CUSTODY_ENTRY", "entries of the custody log", "INCIDENT_ENTRY", "entries of the incident's log");

    private final Connections from;
    private final Connections to;
    private final Progress progress;
    private final Log log;
    private final List<String> lost = new ArrayList<>();

    public CaseRecovery(Connections from, Connections to, Log log, Progress progress) {
        this.log = log;
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /**
     * Tells what is lost, a line each.
     *
     * @throws AssayException {@code CANCELLED} when it was; what is there of the new case then is no result
     */
    public List<String> run() {
        to.writeDurably(this::copy);
        to.writeDurably(connection -> {
            contents(connection);
            new UnreadableRows(connection, lost).mend();
            TagTable.removeUnreadable(connection).forEach(known -> lost.add("a tag that cannot be read: " + Visible.text(known)));
            IncidentTable.removeUnreadable(connection).forEach(known -> lost.add(Visible.text(known)));
            for (Snapshot snapshot : SnapshotTable.all(connection)) {
                begin("Checking snapshot " + snapshot.id());
                blocks(connection, snapshot);
            }
            return lost.size();
        });
        for (Snapshot snapshot : to.read(SnapshotTable::all)) {
            snapshot(snapshot);
        }
        for (Comparison comparison : to.read(ComparisonTable::all)) {
            begin("Checking comparison " + comparison.id());
            comparison(comparison);
        }
        if (lost.isEmpty()) {
            from.read(CaseRecovery::altered).ifPresent(difference -> lost.add("that all of it is what was stored: " + difference));
        }
        int cut = to.write(CustodyChain::cut);
        if (cut > 0) {
            lost.add("%,d %s of the custody log that cannot be followed any more".formatted(cut, cut == 1 ? "entry" : "entries"));
        }
        to.writeDurably(connection -> {
            CaseDigests.renew(connection);
            log.note(connection, lost);
            return lost.size();
        });
        return List.copyOf(lost);
    }

    private void begin(String part) {
        progress.begin(part);
        if (progress.isCancelled()) {
            throw new AssayException(ErrorCode.CANCELLED, "Recovering was cancelled, and the new case removed. Start it again.");
        }
    }

    /** What can all be read may have been altered: the new case's digest must not make it pass for what was stored. */
    private static Optional<String> altered(Connection connection) throws SQLException {
        if (CaseDigests.stored(connection).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> tables = DigestCheck.ofTables(connection);
        return tables.isPresent() ? tables : DigestCheck.ofParts(connection);
    }

    private int copy(Connection connection) throws SQLException {
        Rows.update(connection, "delete from case_info");
        Rows.update(connection, "delete from custody_entry");
        for (String table : TableOrder.of(connection)) {
            begin("Copying " + NAMES.getOrDefault(table, table.toLowerCase(Locale.ROOT)));
            TableSalvage.Outcome outcome = new TableSalvage(from, connection, table).run();
            if (outcome.lost() > 0) {
                lost.add("%,d of %,d %s".formatted(outcome.lost(), outcome.there(),
                        NAMES.getOrDefault(table, "rows of the table " + table)));
            }
        }
        for (String table : List.of("host", "snapshot", "comparison", "seal")) {
            long next = Rows.first(connection, "select coalesce(max(id), 0) + 1 from " + table, row -> row.getLong(1)).orElseThrow();
            Rows.update(connection, "alter table " + table + " alter column id restart with " + next);
        }
        return lost.size();
    }

    private void contents(Connection connection) throws SQLException {
        List<Bytes> damaged = new ArrayList<>();
        Rows.each(connection, "select sha256, size_bytes, data from content", row -> {
            Bytes sha256 = Rows.digest(row, "sha256").orElseThrow();
            try {
                ContentTable.content(row, sha256);
            } catch (MalformedBytes e) {
                damaged.add(sha256);
            }
        });
        for (Bytes sha256 : damaged) {
            Rows.update(connection, "delete from snapshot_catalogue where sha256 = ?", sha256);
            Rows.update(connection, "delete from comparison_catalogue where sha256 = ?", sha256);
            Rows.update(connection, "delete from content where sha256 = ?", sha256);
            lost.add("the kept file with the SHA-256 " + sha256.hex());
        }
    }

    /** Removes the blocks of a snapshot that cannot be read. */
    private void blocks(Connection connection, Snapshot snapshot) throws SQLException {
        long items = 0;
        String first = "";
        for (Block block : BlockTable.directory(connection, snapshot.id(), 0)) {
            Optional<byte[]> data = BlockTable.data(connection, snapshot.id(), block);
            if (data.isEmpty() || !isReadable(data.get(), block)) {
                first = items == 0 ? block.first().text() : first;
                items += block.items();
                for (String table : List.of("item_block", "item_block_data")) {
                    Rows.update(connection, "delete from " + table + " where snapshot_id = ? and run = ? and number = ?", snapshot.id(),
                            block.run(), block.number());
                }
            }
        }
        Rows.update(connection, """
                delete from item_block_data data where snapshot_id = ? and not exists (select 1 from item_block block
                where block.snapshot_id = data.snapshot_id and block.run = data.run and block.number = data.number)""", snapshot.id());
        if (items > 0) {
            lost.add("%,d items of snapshot %d, the first of them at %s".formatted(items, snapshot.id(), first));
        }
    }

    private static boolean isReadable(byte[] data, Block block) {
        try {
            return BlockFormat.unpack(data, block.checksum()).items() == block.items();
        } catch (MalformedBytes _) {
            return false;
        }
    }

    /** A snapshot that is not what was finished is no finished one any more. */
    private void snapshot(Snapshot snapshot) {
        if (!snapshot.state().isWhole()) {
            return;
        }
        begin("Checking snapshot " + snapshot.id());
        try {
            new SnapshotCheck(to, snapshot, progress).run();
        } catch (AssayException e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            to.write(connection -> SnapshotTable.fail(connection, snapshot.id()));
            lost.add("that snapshot %d is whole: it was %s and is %s now".formatted(snapshot.id(), snapshot.state(), SnapshotState.FAILED));
        }
    }

    private void comparison(Comparison comparison) {
        if (!isWhole(comparison)) {
            to.write(connection -> Removal.comparison(connection, comparison.id()));
            lost.add("comparison %d: compare snapshots %d and %d again".formatted(comparison.id(), comparison.baseline(),
                    comparison.suspect()));
        }
    }

    private boolean isWhole(Comparison comparison) {
        try {
            Optional<Bytes> digest = to.read(connection -> ComparisonTable.digest(connection, comparison.id()));
            long changes = 0;
            for (Change _ : StoredChanges.of(to, comparison.id(), digest)) {
                changes++;
            }
            return changes == comparison.changes();
        } catch (AssayException _) {
            return false;
        }
    }
}
