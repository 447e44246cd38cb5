package org.assay.model;

/** The kinds of evidence a snapshot is read from. */
public enum SourceKind {
    TREE, REG_EXPORT, HIVE,
    /** A list that Autoruns wrote, for a machine from which nothing else was collected. */
    AUTORUNS
}
