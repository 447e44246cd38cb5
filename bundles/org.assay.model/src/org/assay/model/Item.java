package org.assay.model;

/** One thing in a snapshot. */
public sealed interface Item permits FileItem, KeyItem, ValueItem {

    /** Where it is. */
    Location location();
}
