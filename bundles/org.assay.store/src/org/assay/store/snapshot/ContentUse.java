package org.assay.store.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Bytes;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.assay.store.table.SnapshotTable;

/** Which kept files are needed by what. A file that is kept is one that an item of a snapshot has the digest of, or a catalogue. */
public final class ContentUse {

    private ContentUse() {
    }

    /** What is kept and nothing needs but these snapshots, or nothing at all. Fails when the user wants to stop. */
    public static List<Bytes> without(Connections connections, Set<Long> snapshots, Progress progress) {
        Set<Bytes> unneeded = new HashSet<>(connections.read(connection -> unneededByCatalogues(connection, snapshots)));
        for (Snapshot other : connections.read(SnapshotTable::all)) {
            if (!snapshots.contains(other.id()) && !unneeded.isEmpty()) {
                progress.begin("Looking for kept files that snapshot " + other.id() + " has");
                removeNeeded(unneeded, StoredSnapshot.of(connections, other), progress);
            }
        }
        return List.copyOf(unneeded);
    }

    private static List<Bytes> unneededByCatalogues(Connection connection, Set<Long> snapshots) throws SQLException {
        List<Bytes> contents = Rows.list(connection, "select sha256 from content", row -> Rows.digest(row, "sha256").orElseThrow());
        Set<Bytes> needed = new HashSet<>();
        Rows.each(connection, """
                select sha256, snapshot_id one, snapshot_id other from snapshot_catalogue union all
                select o.sha256, p.baseline_id, p.suspect_id from comparison_catalogue o join comparison p on p.id = o.comparison_id""",
                row -> {
                    if (!snapshots.contains(row.getLong("one")) && !snapshots.contains(row.getLong("other"))) {
                        needed.add(Rows.digest(row, "sha256").orElseThrow());
                    }
                });
        return contents.stream().filter(sha256 -> !needed.contains(sha256)).toList();
    }

    private static void removeNeeded(Set<Bytes> unneeded, StoredSnapshot snapshot, Progress progress) {
        CheckedItems read = new CheckedItems(progress);
        try (ItemStream items = snapshot.items()) {
            while (items.hasNext()) {
                if (items.next() instanceof FileItem file) {
                    file.sha256().ifPresent(unneeded::remove);
                }
                read.add();
            }
        }
    }
}
