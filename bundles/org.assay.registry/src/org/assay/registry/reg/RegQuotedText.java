package org.assay.registry.reg;

import java.io.IOException;

import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.text.BoundedBytes;
import org.assay.registry.text.MalformedLineException;
import org.assay.registry.text.RegCharacters;
import org.assay.registry.text.RegProblems;
import org.assay.registry.text.RootKeys;

/**
 * Reads a string between double quotes: a value's name or the data of a REG_SZ.
 *
 * <p>Windows writes line breaks inside the quotes as they are, with CR LF for a stored LF, so the text goes on over line ends until
 * the closing quote; it is given up at a line that starts a key. Each line start is marked in {@link RegCharacters}, so that the
 * caller can go back to the last one when what follows the quote shows that it was not the closing one.
 */
final class RegQuotedText {

    static final String LINE_BREAK = "A quoted string contains a line break; the file does not distinguish CR LF from LF, so it is read as "
            + "LF.";

    private static final String UNUSUAL_ESCAPE = "A backslash precedes a character that regedit does not escape; \\n and \\r are read as "
            + "line breaks, otherwise only the backslash is dropped.";
    private static final int MAX_ROOT_LENGTH = 20;
    private static final int MAX_INDENT = 100;

    private final RegCharacters chars;
    private final RegProblems problems;

    RegQuotedText(RegCharacters chars, RegProblems problems) {
        this.chars = chars;
        this.problems = problems;
    }

    /** Reads from the opening quote, which comes next, to the closing one; true when the text contains a line break of the file. */
    boolean read(BoundedBytes text) throws IOException, MalformedLineException {
        boolean spansLines = false;
        chars.read();
        while (true) {
            if (chars.peek() == RegCharacters.END) {
                throw new MalformedLineException("The quoted string is not closed before the end of the file and is skipped.");
            } else if (chars.atLineEnd()) {
                lineBreak(text);
                spansLines = true;
            } else {
                int c = chars.read();
                if (c == '"') {
                    return spansLines;
                } else if (c == '\\') {
                    escape(text);
                } else {
                    text.addUnit(c);
                }
            }
        }
    }

    private void escape(BoundedBytes text) throws IOException, MalformedLineException {
        int c = chars.peek();
        if (c == '0') {
            throw new MalformedLineException("The quoted string contains \\0, which regedit rejects, and is skipped.");
        }
        if (c != '\\' && c != '"') {
            problems.noticeOnce(Kind.ACCEPTED, chars.line(), UNUSUAL_ESCAPE);
        }
        if (!chars.atLineEnd()) {
            chars.read();
            text.addUnit(c == 'n' ? '\n' : c == 'r' ? '\r' : c);
        }
    }

    private void lineBreak(BoundedBytes text) throws IOException, MalformedLineException {
        int c = chars.read();
        if (c == '\r' && chars.peek() == '\n') {
            c = chars.read();
        }
        text.addUnit(c);
        chars.mark();
        boolean key = startsKey();
        chars.reset();
        chars.mark();
        if (key) {
            throw new MalformedLineException("The quoted string is not closed before the next key and is skipped.");
        }
    }

    private boolean startsKey() throws IOException {
        for (int i = 0; i < MAX_INDENT && (chars.peek() == ' ' || chars.peek() == '\t'); i++) {
            chars.read();
        }
        if (chars.read() != '[') {
            return false;
        }
        if (chars.peek() == '-') {
            chars.read();
        }
        StringBuilder root = new StringBuilder();
        while (!chars.atLineEnd() && chars.peek() != '\\' && chars.peek() != ']' && root.length() < MAX_ROOT_LENGTH) {
            root.append((char) chars.read());
        }
        return RootKeys.longName(root.toString()).or(() -> RootKeys.ofAlias(root.toString())).isPresent();
    }
}
