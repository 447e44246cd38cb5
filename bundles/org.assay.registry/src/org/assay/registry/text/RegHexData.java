package org.assay.registry.text;

import java.io.IOException;

/**
 * Reads data in hexadecimal: bytes of one or two digits between commas, continued on the next line after a comma and a backslash.
 * Blank lines and comments may come between the parts.
 */
public final class RegHexData {

    private static final int DIGITS_OF_INT = 8;
    private static final int MAX_KEYWORD = 6;
    private static final byte[] DIGITS = new byte[0x80];

    static {
        for (int c = 0; c < DIGITS.length; c++) {
            DIGITS[c] = (byte) Character.digit(c, 16);
        }
    }

    private final RegCharacters chars;
    private boolean endOfFile;

    public RegHexData(RegCharacters chars) {
        this.chars = chars;
    }

    /** Takes the word before the data with the colon or bracket that ends it, for example {@code dword:}, {@code hex:} or {@code hex(}. */
    public String keyword() throws IOException {
        StringBuilder keyword = new StringBuilder();
        while (!chars.atLineEnd() && keyword.length() < MAX_KEYWORD) {
            int c = chars.read();
            keyword.append((char) c);
            if (c == ':' || c == '(') {
                break;
            }
        }
        return keyword.toString();
    }

    /** Reads the number of a type after an opening bracket and takes the closing one and the colon. */
    public int type() throws IOException, MalformedLineException {
        int type = number();
        if (chars.read() != ')' || chars.read() != ':') {
            throw new MalformedLineException("The type in parentheses is malformed; the value is skipped.");
        }
        return type;
    }

    /** Reads the bytes up to the line end, which stays. */
    public void readBytes(BoundedBytes data) throws IOException, MalformedLineException {
        endOfFile = false;
        boolean more = true;
        while (more) {
            chars.skipBlanks();
            if (atDigit()) {
                data.add(oneByte());
                more = takes(',');
            } else {
                more = takes('\\') && nextPart();
            }
        }
        if (!chars.onlyCommentLeft()) {
            throw new MalformedLineException("The hexadecimal bytes are malformed; the value is skipped.");
        }
    }

    /** Whether the data that was read last ended with the file where another line was announced. */
    public boolean endsWithFile() {
        return endOfFile;
    }

    /** Reads a number of 1 to 8 digits, after blanks, up to the line end or a comment. */
    public int readDword() throws IOException, MalformedLineException {
        chars.skipBlanks();
        int number = number();
        if (!chars.onlyCommentLeft()) {
            throw new MalformedLineException("The number after dword: is malformed; the value is skipped.");
        }
        return number;
    }

    private int oneByte() throws IOException, MalformedLineException {
        int first = digit(chars.read());
        int second = digit(chars.peek());
        if (second < 0) {
            return first;
        }
        chars.read();
        if (atDigit()) {
            throw new MalformedLineException("A hexadecimal byte has more than 2 digits; the value is skipped.");
        }
        return first << 4 | second;
    }

    /** Reads a number of 32 bits. */
    private int number() throws IOException, MalformedLineException {
        int number = 0;
        int digits = 0;
        while (atDigit()) {
            number = number << 4 | digit(chars.read());
            digits++;
            if (digits > DIGITS_OF_INT) {
                throw new MalformedLineException("A hexadecimal number has more than " + DIGITS_OF_INT + " digits; the value is skipped.");
            }
        }
        if (digits == 0) {
            throw new MalformedLineException("A hexadecimal number is missing; the value is skipped.");
        }
        return number;
    }

    private boolean atDigit() throws IOException {
        return digit(chars.peek()) >= 0;
    }

    /** The value of a digit of ASCII; negative for anything else. */
    private static int digit(int c) {
        return c >= 0 && c < DIGITS.length ? DIGITS[c] : -1;
    }

    private boolean takes(char expected) throws IOException {
        boolean found = chars.peek() == expected;
        if (found) {
            chars.read();
        }
        return found;
    }

    /** Goes to the next bytes after a backslash; false at the end of the file. */
    private boolean nextPart() throws IOException, MalformedLineException {
        if (!chars.onlyCommentLeft()) {
            throw new MalformedLineException("The backslash that continues the bytes is followed by other text; the value is skipped.");
        }
        while (chars.onlyCommentLeft()) {
            if (chars.peek() == RegCharacters.END) {
                endOfFile = true;
                return false;
            }
            chars.skipLineEnd();
        }
        if (!atDigit()) {
            throw new MalformedLineException("Another line interrupts a hexadecimal value; both are skipped, as regedit does.",
                    chars.peek() == '[');
        }
        return true;
    }
}
