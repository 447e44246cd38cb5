package org.assay.model;

/** How much something matters, the least first. */
public enum Severity {
    INFO, LOW, MEDIUM, HIGH
}
