package org.assay.startup.systemd;

import java.util.ArrayList;
import java.util.List;

import org.assay.startup.text.Limits;

/**
 * Cuts a setting's value into words as systemd does (systemd.syntax(7), "Quoting"; systemd.service(5), "Command lines"): at white space
 * outside single or double quotes, with the escapes of C inside and outside of both.
 */
final class UnitWords {

    private static final int MAX_WORD_COUNT = 256;
    private static final String ESCAPES = "abfnrtvs";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b ";

    private final String text;
    private final StringBuilder word = new StringBuilder();
    private int at;

    private UnitWords(String text) {
        this.text = text;
    }

    /** The words of {@code value}; at most 256. A quote that is not closed goes on to the end. */
    static List<String> of(String value) {
        UnitWords reading = new UnitWords(Limits.cut(value));
        List<String> words = new ArrayList<>();
        while (words.size() < MAX_WORD_COUNT && reading.next()) {
            words.add(reading.word.toString());
        }
        return words;
    }

    private boolean next() {
        word.setLength(0);
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        char quote = 0;
        for (; at < text.length() && (quote != 0 || !Character.isWhitespace(text.charAt(at))); at++) {
            char next = text.charAt(at);
            if (next == '\\' && at + 1 < text.length()) {
                escape();
            } else if (quote == 0 && (next == '"' || next == '\'')) {
                quote = next;
            } else if (next == quote) {
                quote = 0;
            } else {
                word.append(next);
            }
        }
        return true;
    }

    /** At a backslash; ends at the escape's last character. One that is none stands for its second character. */
    private void escape() {
        char kind = text.charAt(++at);
        int simple = ESCAPES.indexOf(kind);
        if (simple >= 0) {
            word.append(ESCAPED.charAt(simple));
        } else if (kind == 'x') {
            coded(at + 1, 2, 16);
        } else if (kind == 'u' || kind == 'U') {
            coded(at + 1, kind == 'u' ? 4 : 8, 16);
        } else if (kind >= '0' && kind <= '7') {
            coded(at, 3, 8);
        } else {
            word.append(kind);
        }
    }

    private void coded(int from, int length, int radix) {
        int code = 0;
        int end = from;
        while (end < from + length && end < text.length() && Character.digit(text.charAt(end), radix) >= 0) {
            code = code * radix + Character.digit(text.charAt(end++), radix);
        }
        if (end < from + length || !Character.isValidCodePoint(code) || code == 0) {
            word.append(text.charAt(at));
        } else {
            word.appendCodePoint(code);
            at = end - 1;
        }
    }
}
