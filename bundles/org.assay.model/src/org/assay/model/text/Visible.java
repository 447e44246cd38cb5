package org.assay.model.text;

/**
 * Makes hostile text safe to look at: what a terminal, a log or a cell would obey or hide is spelled out.
 *
 * <p>Control characters become {@code \n}, {@code \t}, {@code \x1b}; a byte that is not UTF-8 becomes {@code \xff}; invisible and
 * direction-changing characters (Unicode categories Cf, Zl, Zp, Cn, Co, Cs, every blank but U+0020, what Unicode's
 * Default_Ignorable_Code_Point names besides, and letters without ink) become <code>&#92;u{202e}</code>, as does each mark on a letter
 * behind the fourth, for a stack of them reaches over other lines;
 * a backslash stands for itself, so the result is for reading and never parsed back.
 */
public final class Visible {

    private static final int MAX_MARK_COUNT = 4;

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
        int marks = 0;
        for (int at = clean; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            marks = isMark(point) ? marks + 1 : 0;
            if (marks > MAX_MARK_COUNT) {
                spellOut(visible, point);
            } else {
                append(visible, point);
            }
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
                    spellOut(visible, point);
                }
            }
        }
    }

    private static void spellOut(StringBuilder visible, int point) {
        visible.append("\\u{%x}".formatted(point));
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Joiner, fillers of Hangul and Khmer, selectors of a variant; the blank of braille and the filler of Khitan have no ink either. */
    private static boolean isBlank(int point) {
        return point == 0x34f || point == 0x115f || point == 0x1160 || point == 0x17b4 || point == 0x17b5
                || point >= 0x180b && point <= 0x180f || point == 0x2800 || point == 0x3164 || point >= 0xfe00 && point <= 0xfe0f
                || point == 0xffa0 || point == 0x16fe4 || point >= 0xe0100 && point <= 0xe01ef;
    }

    private static boolean showsAsItself(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED,
                 Character.PRIVATE_USE, Character.SURROGATE, Character.CONTROL -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> !isBlank(point);
        };
    }
}
