package org.assay.remedy;

import org.assay.model.text.Visible;

/** Shows hostile text where not even printable characters outside ASCII are safe: a terminal or a file of unknown encoding. */
final class Ascii {

    private Ascii() {
    }

    /** {@code text} as {@link Visible} shows it, with every character outside ASCII spelled out as well. For reading only. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Visible.text(text).codePoints().forEach(point -> {
            if (point < 0x7f) {
                shown.append((char) point);
            } else {
                shown.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
        });
        return shown.toString();
    }
}
