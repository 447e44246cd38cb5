package org.assay.model.field;

/**
 * What of a change differs, in words: both values, safe to show.
 *
 * @param label what differs
 * @param before what it was; {@code none} where there was nothing
 * @param after what it is; {@code none} where there is nothing
 */
public record FieldDifference(String label, String before, String after) {

    /** {@code mode from 0755 to 4755}. */
    public String text() {
        return label + " from " + before + " to " + after;
    }
}
