package org.assay.capture.source;

import java.util.function.Predicate;

import org.assay.model.Location;
import org.assay.model.snapshot.ItemSink;

/** Items, gaps and remarks that evidence has as they are. */
@FunctionalInterface
interface ItemList {

    /** @param isRead whether a place lies where other evidence was read, which says more of it than a list */
    void handOn(ItemSink sink, Predicate<Location> isRead);
}
