package org.assay.model.startup;

/** How the file that a startup entry starts stands against the baseline. */
public enum TargetVerdict {
    ADDED, MODIFIED, MOVED, UNCHANGED,
    /** It holds what it held; its mode, owner, times or other attributes differ, which the change says. */
    SAME_CONTENT,
    /** The entry names a file that the suspect does not have. */
    MISSING,
    /** There is no file to judge, or it could not be read. */
    UNKNOWN
}
