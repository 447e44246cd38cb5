package org.assay.model.startup;

/** How a startup entry stands against the baseline. */
public enum EntryChange {
    ADDED, REMOVED,
    /** The same entry with another command. */
    CHANGED, UNCHANGED,
    /** It is there, and there is no baseline to hold it against. */
    PRESENT
}
