package org.assay.model.snapshot;

/** What a snapshot is for. */
public enum Role {
    BASELINE, SUSPECT, VERIFICATION
}
