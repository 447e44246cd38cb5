package org.assay.model.change;

/** What makes the same thing on two machines meet when they are compared. Stored by name. */
public enum Normalisation {
    /** Names of files that differ in case only are one name where the file system takes them for one. */
    LETTER_CASE,
    /** Names of files that are the same text in two forms of Unicode (composed and decomposed) are one name. */
    UNICODE_FORM,
    /** Modification times that differ by less than what either source keeps are the same. */
    TIME_STEP,
    /** Modification times of a file system that keeps local time (FAT) are the same when exactly an hour lies between them. */
    HOUR_SHIFT
}
