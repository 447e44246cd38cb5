package org.assay.model.snapshot;

/** Why something could not be read. */
public enum GapReason {
    /** The system refused. */
    ACCESS_DENIED,
    /** It was listed and then gone. */
    VANISHED,
    /** It changed while it was read, so what was read belongs to no moment. */
    CHANGED,
    /** The system failed to read it. */
    READ_ERROR,
    /** The system did not answer within the time limit. */
    NO_ANSWER,
    /** The source is damaged there. */
    DAMAGED,
    /** The source is whole, but Assay cannot read this part of it yet. */
    UNSUPPORTED,
    /** The snapshot was not asked for it, and the one that it is compared with was. Found when two are compared, never stored. */
    NOT_ASKED
}
