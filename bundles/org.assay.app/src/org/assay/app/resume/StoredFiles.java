package org.assay.app.resume;

import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.SnapshotView;

/** The files of a stored snapshot, for who asks for them in order. Thread-safe. */
public final class StoredFiles implements EarlierItems, AutoCloseable {

    private final SnapshotView snapshot;
    private final ItemStream items;
    private Optional<Item> next = Optional.empty();

    public StoredFiles(SnapshotView snapshot) {
        this.snapshot = snapshot;
        this.items = snapshot.items();
        step();
    }

    /** Empty also for a file without a digest, and for one that comes before one that was asked for already. */
    @Override
    public synchronized Optional<FileItem> at(Location location) {
        while (next.isPresent() && Location.ORDER.compare(next.get().location(), location) < 0) {
            step();
        }
        return next.isPresent() && next.get() instanceof FileItem file && file.sha256().isPresent() && file.location().equals(location)
                ? Optional.of(file) : Optional.empty();
    }

    @Override
    public Optional<FileItem> root(Location location) {
        try (ItemStream tree = snapshot.itemsWithin(location)) {
            return tree.hasNext() && tree.next() instanceof FileItem file && file.location().equals(location) ? Optional.of(file)
                    : Optional.empty();
        }
    }

    @Override
    public synchronized void close() {
        items.close();
        next = Optional.empty();
    }

    private void step() {
        next = items.hasNext() ? Optional.of(items.next()) : Optional.empty();
    }
}
