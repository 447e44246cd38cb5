package org.assay.model.change;

import java.util.Map;

import org.assay.model.Severity;

/**
 * A reason why something matters.
 *
 * @param code a stable name in kebab case
 * @param sentence what was seen, so that a person can check it
 */
public record Finding(String code, Severity severity, String sentence) {

    /** The code of the finding that a change makes a startup entry, or is the file that one starts. */
    public static final String AUTOSTART = "autostart";

    /** Codes that findings had before, with those that they have: what was stored or written down then is read as what it is today. */
    private static final Map<String, String> RENAMED = Map.of("starts-by-itself", AUTOSTART);

    /** The code that findings have which had {@code code} when it was stored or written down. */
    public static String currentCode(String code) {
        return RENAMED.getOrDefault(code, code);
    }
}
