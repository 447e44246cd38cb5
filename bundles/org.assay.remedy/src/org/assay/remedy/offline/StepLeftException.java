package org.assay.remedy.offline;

/** A step is left as it was, or where it stopped, for the reason that the message tells. */
final class StepLeftException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Takes the end of a sentence. */
    StepLeftException(String why) {
        super(why, null, false, false);
    }
}
