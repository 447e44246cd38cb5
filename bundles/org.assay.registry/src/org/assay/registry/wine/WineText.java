package org.assay.registry.wine;

import java.io.IOException;

import org.assay.registry.text.BoundedBytes;
import org.assay.registry.text.MalformedLineException;
import org.assay.registry.text.RegCharacters;

/**
 * Reads a text as Wine keeps it in its registry files: in ASCII, with the escapes of C for control characters and {@code \x} with one to
 * four hexadecimal digits for everything beyond ASCII. It has no line breaks of its own.
 */
final class WineText {

    private static final String LETTERS = "abtnvfre";
    private static final String CONTROLS = "\u0007\b\t\n\u000b\f\r\u001b";
    private static final int MAX_HEX_DIGITS = 4;
    private static final int MAX_OCTAL_DIGITS = 3;

    private final RegCharacters chars;

    WineText(RegCharacters chars) {
        this.chars = chars;
    }

    /** Reads from the character that opens the text, which comes next, to the one that closes it. */
    void read(BoundedBytes text, char close) throws IOException, MalformedLineException {
        chars.read();
        while (chars.peek() != close) {
            if (chars.atLineEnd()) {
                throw new MalformedLineException("The line ends inside a string and is skipped.");
            }
            int c = chars.read();
            text.addUnit(c == '\\' ? escaped() : c);
        }
        chars.read();
    }

    private int escaped() throws IOException {
        if (chars.atLineEnd()) {
            return '\\';
        }
        if (digit(8) >= 0) {
            return number(8, MAX_OCTAL_DIGITS);
        }
        int c = chars.read();
        if (c == 'x' && digit(16) >= 0) {
            return number(16, MAX_HEX_DIGITS);
        }
        int letter = LETTERS.indexOf(c);
        return letter < 0 ? c : CONTROLS.charAt(letter);
    }

    private int number(int radix, int maxDigits) throws IOException {
        int number = 0;
        for (int i = 0; i < maxDigits && digit(radix) >= 0; i++) {
            number = number * radix + digit(radix);
            chars.read();
        }
        return number;
    }

    /** The next character as a digit, of ASCII only; negative when it is none. */
    private int digit(int radix) throws IOException {
        int c = chars.peek();
        return c >= 0 && c < 0x80 ? Character.digit(c, radix) : -1;
    }
}
