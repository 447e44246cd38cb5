package org.assay.app.content;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fuzz target: a text in which scripts and commands stand encoded. */
public final class HiddenTextFuzz {

    private HiddenTextFuzz() {
    }

    /** Takes one input, a character a byte. */
    public static void fuzzerTestOneInput(byte[] input) {
        List<HiddenText> found = HiddenText.in(new String(input, StandardCharsets.ISO_8859_1));
        if (found.size() > 33) {
            throw new IllegalStateException(found.size() + " pieces");
        }
        for (HiddenText one : found) {
            if (one.text().length() > input.length) {
                throw new IllegalStateException("decoded to more than there was: " + one.heading());
            }
        }
    }
}
