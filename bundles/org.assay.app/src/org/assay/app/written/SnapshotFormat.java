package org.assay.app.written;

/** In which form a snapshot is written for other tools. */
public enum SnapshotFormat {
    /** A JSON object a line, with every field of every item. */
    JSONL,
    /** A table of files, which Assay reads as evidence, too. */
    CSV,
    /** A specification of mtree(5) with whole paths. */
    MTREE,
    /** What sha256sum writes and checks. */
    SHA256SUM,
    /** A body file of The Sleuth Kit. */
    BODYFILE,
    /** A timeline as CSV, for Timesketch: a row a time. */
    TIMESKETCH
}
