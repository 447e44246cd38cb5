package org.assay.model.snapshot;

/** What was found right when a snapshot was read and checked against its digests. */
public enum Verification {
    /** All items, and all gaps and remarks, say what they said when the snapshot was finished. */
    ALL,
    /** Every block of items is whole, but nothing says whether they are all: the snapshot never ended, or an older Assay finished it. */
    BLOCKS
}
