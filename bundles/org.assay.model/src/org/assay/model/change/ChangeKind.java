package org.assay.model.change;

/** How one location differs between two snapshots. */
public enum ChangeKind {
    ADDED, REMOVED, MODIFIED,
    /** A file with the same content left one location and appeared at another, and no other file could be meant. */
    MOVED
}
