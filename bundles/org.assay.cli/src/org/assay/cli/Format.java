package org.assay.cli;

/** How a list is written. */
enum Format {
    TABLE, JSON, CSV
}
