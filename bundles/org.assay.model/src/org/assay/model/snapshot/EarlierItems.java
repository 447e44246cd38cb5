package org.assay.model.snapshot;

import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.item.FileItem;

/**
 * What an earlier attempt at the same snapshot stored. A file that is still the same (inode, device, size, time modified and time its
 * status changed) and of which all digests that are asked for are known is not read again.
 */
@FunctionalInterface
public interface EarlierItems {

    /** A capture that begins anew. */
    EarlierItems NONE = _ -> Optional.empty();

    /**
     * The file that was stored for {@code location}. Asked by one thread, which is not the one that runs the capture, in
     * {@link Location#ORDER} within a tree, once for every file that a tree holds.
     */
    Optional<FileItem> at(Location location);

    /** The root of the tree {@code location} as it was found then. */
    default Optional<FileItem> root(Location location) {
        return Optional.empty();
    }
}
