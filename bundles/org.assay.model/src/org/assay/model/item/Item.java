package org.assay.model.item;

import org.assay.model.Location;

/** One thing in a snapshot. */
public sealed interface Item permits FileItem, KeyItem, ValueItem {

    /** Where it is. */
    Location location();
}
