package org.assay.model.fleet;

/** What the marks say of a host. */
public enum HostState {
    /** It has most of the marks of a variant, or marks that no other variant has. */
    INFECTED,
    /** It has fewer than half of the marks of a variant and no others: it was not finished, or was partly cleaned. */
    PARTLY,
    /** It has no marks, and every place where others have one was looked at. */
    CLEAN,
    /** Not compared, or places where others have marks were not read or not asked for. */
    NOT_JUDGED
}
