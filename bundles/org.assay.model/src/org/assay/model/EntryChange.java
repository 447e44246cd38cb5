package org.assay.model;

/** How a startup entry stands against the baseline. */
public enum EntryChange {
    ADDED, REMOVED,
    /** The same entry with another command. */
    CHANGED, UNCHANGED
}
