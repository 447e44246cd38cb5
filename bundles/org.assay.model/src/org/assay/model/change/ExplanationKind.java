package org.assay.model.change;

/** By what kind of evidence a change is explained, the strongest first. */
public enum ExplanationKind {
    /** Another change speaks for it; whether that is benign is another question. */
    PART_OF,
    /** The record of the package that owns the file says so. */
    PACKAGE,
    /** Made from what packages brought, such as a cache of theirs. */
    DERIVED,
    /** The same key signed it before and after, and its version is later. */
    UPDATE,
    /** Another baseline holds the same. */
    LAYER,
    /** A set of known-good hashes holds its content. */
    KNOWN,
    /** An analyst accepted the same change before. */
    ACCEPTED,
    /** A policy says that it grows, rotates or is cached. */
    CHURN
}
