package org.assay.model.startup;

/** What became of the search for the file that a startup entry starts. */
public enum TargetOutcome {
    FOUND,
    /** No candidate is in the snapshot. */
    MISSING,
    /** Several candidates are in the snapshot and the system's rules do not tell which is meant. */
    AMBIGUOUS,
    /** The command carries its own code. */
    INLINE_SCRIPT,
    /** It names another machine. */
    REMOTE,
    /** It starts no file of its own, or the snapshot holds no files to search. */
    NONE,
    /** The command could not be understood. */
    UNPARSED
}
