package org.assay.app.verify;

/** What became of a decision. */
public enum CheckOutcome {
    /** It is as in the baseline. */
    RESOLVED,
    /** It is still as it was when it was decided on, or differs still. */
    REMAINS,
    /** It was resolved, as an earlier comparison or a script's log says, and is again as it was. */
    CAME_BACK,
    /** It is neither as in the baseline nor as it was. */
    CHANGED_AGAIN,
    /** It could not be read, or was not asked for. */
    UNKNOWN;

    /** It in words. */
    public String word() {
        return switch (this) {
            case RESOLVED -> "resolved";
            case REMAINS -> "remains";
            case CAME_BACK -> "came back";
            case CHANGED_AGAIN -> "changed again";
            case UNKNOWN -> "cannot be determined";
        };
    }
}
