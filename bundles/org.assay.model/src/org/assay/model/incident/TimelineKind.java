package org.assay.model.incident;

/** What an event of an outbreak's timeline is. */
public enum TimelineKind {
    /** An entry of the incident's log. */
    ENTRY,
    /** A snapshot was begun. */
    CAPTURE,
    /** A snapshot of a machine was begun after its remediation. */
    VERIFICATION,
    COMPARISON,
    /** Changes were tagged. */
    TAG,
    EXPORT,
    /** What else the custody log tells: sealed, packed, merged, verified, removed. */
    CUSTODY,
    /** What the evidence says of a file that is tagged quarantine or repair; whoever infects a machine can write any time. */
    FILE
}
