package org.assay.model;

/** How the file that a startup entry starts stands against the baseline. */
public enum TargetVerdict {
    ADDED, MODIFIED, MOVED, UNCHANGED,
    /** The entry names a file that the suspect does not have. */
    MISSING,
    /** There is no file to judge, or it could not be read. */
    UNKNOWN
}
