package org.assay.model.change;

/** What an analyst decides on a change. */
public enum Decision {
    /** Move the file away. */
    QUARANTINE,
    /** Bring back what the baseline has. */
    REPAIR,
    /** Leave it: it is meant to be so. */
    ACCEPT,
    /** Look closer before anything is done. */
    INVESTIGATE
}
