package org.assay.cli.output;

/** How a list is written. */
public enum Format {
    TABLE, JSON, CSV
}
