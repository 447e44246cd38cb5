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
}
