package org.assay.ui.work;

/** What of an {@link OpenCase} changed. */
public enum CaseAspect {
    /** Another case is open, or none. */
    CASE,
    /** The case has other snapshots or comparisons. */
    CONTENTS,
    /** Another comparison is shown, or none. */
    COMPARISON,
    /** The details turn to another snapshot or away from one, or more is known of it. */
    SNAPSHOT,
    /** The leads and startup entries of the shown comparison were found. */
    STORY,
    /** Another lead is followed, or none. */
    LEAD,
    /** What a change holds was read. */
    CONTENT,
    /** The list of changes is to show something in particular. */
    LOOK,
    /** Something was added to the record of the incident. */
    INCIDENT,
    /** A remediation was verified, or what was seen is of another case. */
    VERIFICATION, TAGS, SELECTION
}
