package org.assay.model;

/** What kind of failure an {@link AssayException} reports. */
public enum ErrorCode {
    /** The user asked for something that cannot be: a wrong name, number or combination. */
    WRONG_USAGE,
    /** The case file is missing, in use, damaged, or of a version this Assay cannot read. */
    CASE_FILE,
    /** A source cannot be opened or is not what it was said to be. */
    SOURCE,
    /** Output could not be written. */
    OUTPUT,
    /** The user cancelled. */
    CANCELLED
}
