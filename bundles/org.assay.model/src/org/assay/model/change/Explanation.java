package org.assay.model.change;

/**
 * By what a change is explained: why it may be taken for benign. It hides nothing; what is explained ranks below what is not.
 *
 * @param subject what explains it together with others, such as {@code package bash 5.2.15-2 -> 5.2.15-3}: changes of the same kind and
 *        subject are shown as one row that opens
 * @param vouched whose word that is, such as {@code the suspect's own records}; people judge by it how far to believe it
 * @param sentence what was checked of this change, so that a person can check it
 */
public record Explanation(ExplanationKind kind, String subject, String vouched, String sentence) {

    /** All of it as one line of text; it can hold names from evidence and need not be safe to show. */
    public String text() {
        return subject + ": " + sentence + " (vouched for by " + vouched + ")";
    }
}
