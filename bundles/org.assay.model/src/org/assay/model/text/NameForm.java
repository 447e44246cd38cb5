package org.assay.model.text;

import java.text.Normalizer;

/**
 * Names of files in one form of Unicode. macOS writes letters with accents as two characters, a letter and its accent, where other systems
 * write one; both show as the same name (Unicode Standard Annex 15).
 */
public final class NameForm {

    private NameForm() {
    }

    /** {@code name} with letters and accents as one character where there is one. */
    public static String composed(String name) {
        return Normalizer.isNormalized(name, Normalizer.Form.NFC) ? name : Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
