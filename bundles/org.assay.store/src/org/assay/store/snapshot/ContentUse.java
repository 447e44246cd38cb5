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

    /** What is kept and nothing needs but this snapshot, or nothing at all. Fails when the user wants to stop. */
    public static List<Bytes> without(Connections connections, long snapshot, Progress progress) {
        Set<Bytes> unneeded = new HashSet<>(connections.read(connection -> unneededByCatalogues(connection, snapshot)));
        for (Snapshot other : connections.read(SnapshotTable::all)) {
            if (other.id() != snapshot && !unneeded.isEmpty()) {
                progress.begin("Looking for kept files that snapshot " + other.id() + " has");
                removeNeeded(unneeded, StoredSnapshot.of(connections, other), progress);
            }
        }
        return List.copyOf(unneeded);
    }

    private static List<Bytes> unneededByCatalogues(Connection connection, long snapshot) throws SQLException {
        return Rows.list(connection, """
                select sha256 from content c where not exists (
                    select 1 from snapshot_catalogue s where s.sha256 = c.sha256 and s.snapshot_id <> ?) and not exists (
                    select 1 from comparison_catalogue o join comparison p on p.id = o.comparison_id
                    where o.sha256 = c.sha256 and p.baseline_id <> ? and p.suspect_id <> ?)""",
                row -> Rows.digest(row, "sha256").orElseThrow(), snapshot, snapshot, snapshot);
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
