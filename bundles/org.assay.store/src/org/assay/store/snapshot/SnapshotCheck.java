package org.assay.store.snapshot;

import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.Verification;
import org.assay.model.text.Bytes;
import org.assay.store.database.Connections;
import org.assay.store.table.GapsDigest;

/** Reads everything that is stored of a snapshot and checks it against its digests. */
public record SnapshotCheck(Connections connections, Snapshot snapshot, Progress progress) {

    /** Fails with a sentence at the first thing that is not what it was when the snapshot was finished. */
    public Verification run() {
        SnapshotContent content = SnapshotContent.of(StoredSnapshot.of(connections, snapshot), progress);
        if (snapshot.digest().isEmpty()) {
            return Verification.BLOCKS;
        }
        if (content.items() != snapshot.coverage().items()) {
            throw failure("holds " + content.items() + " items where " + snapshot.coverage().items() + " were stored");
        }
        Optional<Bytes> items = snapshot.coverage().itemsDigest();
        Optional<Bytes> gaps = snapshot.coverage().gapsDigest();
        if (items.isPresent() && !items.get().equals(content.itemsDigest())) {
            throw failure("has items that were altered: their digest is another");
        }
        if (gaps.isPresent() && !gaps.get().equals(connections.read(connection -> GapsDigest.of(connection, snapshot.id())))) {
            throw failure("has gaps or remarks that are missing or were altered: their digest is another");
        }
        return items.isPresent() && gaps.isPresent() ? Verification.ALL : Verification.BLOCKS;
    }

    private AssayException failure(String what) {
        return connections.path().failure("In the case %s snapshot %d %s. Go on with a copy of the case.", null, snapshot.id(), what);
    }
}
