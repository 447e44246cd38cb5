package org.assay.model.text;

/**
 * Makes hostile text safe to look at: what a terminal, a log or a cell would obey or hide is spelled out.
 *
 * <p>Control characters become {@code \n}, {@code \t}, {@code \x1b}; a byte that is not UTF-8 becomes {@code \xff}; invisible and
 * direction-changing characters (Unicode categories Cf, Zl, Zp, Cn, Co, Cs and every blank but U+0020) become <code>&#92;u{202e}</code>;
 * a backslash stands for itself, so the result is for reading and never parsed back.
 */
public final class Visible {

    private Visible() {
    }

    /** {@code text} with everything spelled out that would not show as itself. */
    public static String text(String text) {
        int clean = 0;
        while (clean < text.length() && text.charAt(clean) >= ' ' && text.charAt(clean) < 0x7f) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, clean);
        for (int at = clean; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            append(visible, point);
        }
        return visible.toString();
    }

    private static void append(StringBuilder visible, int point) {
        switch (point) {
            case '\n' -> visible.append("\\n");
            case '\r' -> visible.append("\\r");
            case '\t' -> visible.append("\\t");
            default -> {
                if (point < ' ' || point >= 0x7f && point < 0xa0) {
                    visible.append("\\x%02x".formatted(point));
                } else if (FileName.isEscape(point)) {
                    visible.append("\\x%02x".formatted(point & 0xff));
                } else if (showsAsItself(point)) {
                    visible.appendCodePoint(point);
                } else {
                    visible.append("\\u{%x}".formatted(point));
                }
            }
        }
    }

    private static boolean showsAsItself(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED,
                 Character.PRIVATE_USE, Character.SURROGATE, Character.CONTROL -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }
}
