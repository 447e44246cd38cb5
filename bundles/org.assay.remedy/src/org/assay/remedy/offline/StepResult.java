package org.assay.remedy.offline;

import org.assay.remedy.plan.Step;

/**
 * How a step ended.
 *
 * @param tree what the log says of where it was done: {@code tree-1}, or {@code hive}
 * @param text for people, without a full stop
 */
public record StepResult(Step step, Result result, String tree, String text) {

    /** How a step can end, by the words of the log. */
    public enum Result {
        /** It was done, or would be. */
        DONE,
        /** It was done earlier. */
        ALREADY,
        /** What was to be taken away is not there. */
        ABSENT,
        /** It was left as it was. */
        LEFT
    }

    /** The same without the step. */
    record Ending(Result result, String text) {
    }
}
