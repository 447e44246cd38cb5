package org.assay.store.snapshot;

import java.sql.Connection;
import java.sql.SQLException;

import org.assay.model.Progress;
import org.assay.model.item.ItemStream;
import org.assay.model.text.Bytes;
import org.assay.store.block.ItemsDigest;
import org.assay.store.database.Connections;
import org.assay.store.table.AttemptTable;
import org.assay.store.table.BlockTable;

/**
 * What a snapshot's items come to.
 *
 * @param blocksDigest SHA-256 over the checksums of the blocks
 */
public record SnapshotContent(long items, Bytes itemsDigest, Bytes blocksDigest) {

    /** Reads everything that is stored for {@code snapshot} in the run {@code firstRun} and those after it. */
    public static SnapshotContent stored(Connections connections, long snapshot, int firstRun) {
        return of(connections.read(connection -> stored(connections, connection, snapshot, firstRun)), Progress.NONE);
    }

    private static StoredSnapshot stored(Connections connections, Connection connection, long snapshot, int firstRun) throws SQLException {
        return new StoredSnapshot(connections, snapshot, BlockTable.directory(connection, snapshot, firstRun),
                AttemptTable.firstRuns(connection, snapshot));
    }

    /** Reads all items of {@code snapshot}; fails when the user wants to stop. */
    static SnapshotContent of(StoredSnapshot snapshot, Progress progress) {
        ItemsDigest digest = new ItemsDigest();
        CheckedItems read = new CheckedItems(progress);
        try (ItemStream items = snapshot.items()) {
            while (items.hasNext()) {
                digest.add(items.next());
                read.add();
            }
        }
        return new SnapshotContent(read.count(), digest.end(), snapshot.blocksDigest());
    }
}
