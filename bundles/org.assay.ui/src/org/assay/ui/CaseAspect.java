package org.assay.ui;

/** What of an {@link OpenCase} changed. */
enum CaseAspect {
    /** Another case is open, or none. */
    CASE,
    /** The case has other snapshots or comparisons. */
    CONTENTS,
    /** Another comparison is shown, or none. */
    COMPARISON, TAGS, SELECTION
}
