package org.assay.registry.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongConsumer;

import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.ByteSource;

/** The characters of a text one by one, with their line numbers. A line ends with CR LF, LF or a lone CR. */
public final class RegCharacters implements Closeable {

    public static final int END = -1;

    /** How far {@link #reset()} can go back, in characters: more than any key line or ordinary value line. */
    private static final int MAX_MARKED = 1 << 16;
    private static final int NONE = -1;

    private final RegDecoder decoder;
    private final boolean utf16;
    private final LongConsumer undecodable;
    private final char[] buffer = new char[2 * MAX_MARKED];
    private int next;
    private int limit;
    /** Where in the buffer the remembered place is. */
    private int marked = NONE;
    private long markedLine;
    private long line = 1;
    private long undecodableLine;

    /** @param undecodable called with the number of each line that contains undecodable bytes, once per line */
    RegCharacters(RegDecoder decoder, boolean utf16, LongConsumer undecodable) {
        this.decoder = decoder;
        this.utf16 = utf16;
        this.undecodable = undecodable;
    }

    /** The characters of a text after its byte order mark. */
    static RegCharacters open(ByteSource source, RegEncoding encoding, RegProblems problems) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(encoding.markLength());
        String message = "The line contains bytes that are not valid in " + encoding.charset().name() + "; they are shown as U+FFFD.";
        return new RegCharacters(new RegDecoder(in, encoding), encoding.isUtf16(),
                line -> problems.notice(Kind.SKIPPED, line, message, List.of()));
    }

    /** The next character, which stays; {@link #END} at the end. */
    public int peek() throws IOException {
        return next < limit || fill() ? buffer[next] : END;
    }

    /** Takes the next character; {@link #END} at the end. */
    public int read() throws IOException {
        int c = peek();
        if (c == END) {
            return END;
        }
        next++;
        if (c == '\n' || c == '\r' && peek() != '\n') {
            line++;
        } else if (c == RegDecoder.UNDECODABLE && !utf16 && undecodableLine != line) {
            undecodableLine = line;
            undecodable.accept(line);
        }
        return c;
    }

    /** Gets more characters, and keeps those from the remembered place on; false at the end. */
    private boolean fill() throws IOException {
        int keep = marked == NONE || next - marked > MAX_MARKED ? next : marked;
        System.arraycopy(buffer, keep, buffer, 0, next - keep);
        marked = marked == keep ? 0 : NONE;
        next -= keep;
        limit = next + decoder.decode(buffer, next, buffer.length - next);
        return next < limit;
    }

    /** The number of the line that holds the next character, counted from 1. */
    public long line() {
        return line;
    }

    public boolean atLineEnd() throws IOException {
        int c = peek();
        return c == END || c == '\n' || c == '\r';
    }

    public void skipBlanks() throws IOException {
        while (peek() == ' ' || peek() == '\t') {
            read();
        }
    }

    /** Takes the rest of the line and its end. */
    public void skipLine() throws IOException {
        while (!atLineEnd()) {
            read();
        }
        skipLineEnd();
    }

    /** Takes the rest of the line and its end and adds it to {@code text}; false when that has more than {@code max} characters. */
    public boolean readLine(StringBuilder text, int max) throws IOException {
        boolean fits = true;
        while (!atLineEnd()) {
            char c = (char) read();
            fits &= text.length() < max;
            if (fits) {
                text.append(c);
            }
        }
        skipLineEnd();
        return fits;
    }

    /** Consumes the line end, which comes next. */
    public void skipLineEnd() throws IOException {
        if (read() == '\r' && peek() == '\n') {
            read();
        }
    }

    /** Skips blanks and a comment; true when nothing else is left on the line. Leaves the line end. */
    public boolean onlyCommentLeft() throws IOException {
        skipBlanks();
        if (peek() == ';') {
            while (!atLineEnd()) {
                read();
            }
        }
        return atLineEnd();
    }

    /** Remembers this place, which must be the start of a line, in place of any place remembered before. */
    public void mark() {
        marked = next;
        markedLine = line;
    }

    /** Forgets the remembered place. */
    public void unmark() {
        marked = NONE;
    }

    /** Goes back to the remembered place and forgets it; stays and returns false when there is none or it is too far back. */
    public boolean reset() {
        boolean possible = marked != NONE && next - marked <= MAX_MARKED;
        if (possible) {
            next = marked;
            line = markedLine;
        }
        unmark();
        return possible;
    }

    /** See {@link RegDecoder#endsInsideUnit()}. */
    boolean endsInsideUnit() {
        return decoder.endsInsideUnit();
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }
}
