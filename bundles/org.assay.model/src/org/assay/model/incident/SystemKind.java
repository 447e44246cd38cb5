package org.assay.model.incident;

/** What was switched off. Stored by name, so a constant is never renamed. */
public enum SystemKind {
    MACHINE, SERVICE, CONNECTION, PORT, ACCOUNT, OTHER
}
