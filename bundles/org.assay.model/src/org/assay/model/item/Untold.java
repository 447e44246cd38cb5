package org.assay.model.item;

/** What a list that another tool made may not tell of a file. Stored by name. */
public enum Untold {
    SIZE,
    MODIFIED_TIME,
    /** Its SHA-256, while other digests may be there; of a link where it leads. */
    CONTENT
}
