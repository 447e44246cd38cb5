package org.assay.model;

import java.util.Locale;

/** How the model's constants read to people, the same in every list, report and view. */
public final class Labels {

    private Labels() {
    }

    /** {@code MODIFIED_TIME} as {@code modified time}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The same words, to begin a label or a sentence with. */
    public static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
