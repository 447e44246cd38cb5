package org.assay.model;

/** What a snapshot is for. */
public enum Role {
    BASELINE, SUSPECT, VERIFICATION
}
