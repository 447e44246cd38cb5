package org.assay.model.snapshot;

import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.ItemStream;
import org.assay.model.text.Bytes;

/** A stored snapshot to read from. */
public interface SnapshotView {

    /** All items in order. */
    ItemStream items();

    /** The item at {@code top}, where there is one, and everything below it, in order. */
    ItemStream itemsWithin(Location top);

    /** What could not be read. */
    List<Gap> gaps();

    /** The kept content with this digest; empty when the capture did not keep it. */
    Optional<byte[]> content(Bytes sha256);
}
