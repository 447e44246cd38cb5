package org.assay.model.change;

import org.assay.model.Severity;

/**
 * A reason why something matters.
 *
 * @param code a stable name in kebab case
 * @param sentence what was seen, so that a person can check it
 */
public record Finding(String code, Severity severity, String sentence) {

    /** The code of the finding that a change makes a startup entry, or is the file that one starts. */
    public static final String STARTS_BY_ITSELF = "starts-by-itself";
}
