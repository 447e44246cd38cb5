package org.assay.model;

/** The kinds of evidence a snapshot is read from. */
public enum SourceKind {
    TREE, REG_EXPORT, HIVE
}
