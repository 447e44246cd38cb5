package org.assay.model.text;

import java.util.Locale;

/** How the model's constants read to people, the same in every list, report and view. */
public final class Labels {

    private Labels() {
    }

    /** {@code MODIFIED_TIME} as {@code modified time}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code an Autoruns list}, {@code a registry hive}: by the first letter, so only for what is pronounced as it is spelled. */
    public static String one(String noun) {
        return ("aeiouAEIOU".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    /** The same words, to begin a label or a sentence with. */
    public static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
