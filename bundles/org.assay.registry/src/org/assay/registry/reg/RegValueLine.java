package org.assay.registry.reg;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryType;
import org.assay.registry.encoding.Utf16;
import org.assay.registry.text.BoundedBytes;
import org.assay.registry.text.MalformedLineException;
import org.assay.registry.text.RegCharacters;
import org.assay.registry.text.RegDecoder;
import org.assay.registry.text.RegEncoding;
import org.assay.registry.text.RegHexData;
import org.assay.registry.text.RegProblems;

/** Reads a value line, {@code "name"=data} or {@code @=data}, with all the lines that belong to it. */
final class RegValueLine {

    /** What a value line says; the data is empty when the value is to be deleted. */
    record Read(String name, Optional<Data> data) {
    }

    /** The data of a value. */
    record Data(int type, byte[] bytes) {
    }

    /** How string data in hexadecimal is written: version 5 has the stored bytes, REGEDIT4 has text in the ANSI code page. */
    record Strings(boolean stored, Charset ansi, boolean ansiGuessed) {
    }

    private static final int MAX_NAME_BYTES = 2 * 0xffff;

    private final RegCharacters chars;
    private final RegProblems problems;
    private final Strings strings;
    private final RegQuotedText quoted;
    private final RegHexData hex;
    private boolean spansLines;

    RegValueLine(RegCharacters chars, RegProblems problems, Strings strings) {
        this.chars = chars;
        this.problems = problems;
        this.strings = strings;
        this.quoted = new RegQuotedText(chars, problems);
        this.hex = new RegHexData(chars);
    }

    /**
     * Reads from the quote or the at sign, which comes next, to the end of the last line that belongs to the value, which stays.
     *
     * @param key the key the value belongs to, for problems; empty when it is not known
     */
    Read read(List<String> key) throws IOException, MalformedLineException {
        long line = chars.line();
        chars.unmark();
        spansLines = false;
        String name = name();
        chars.skipBlanks();
        if (chars.peek() != '=') {
            throw new MalformedLineException("A value name is not followed by an equals sign; the line is skipped.");
        }
        chars.read();
        chars.unmark();
        Read read = new Read(name, data(line, key));
        chars.unmark();
        if (spansLines) {
            problems.notice(Kind.ACCEPTED, line, RegQuotedText.LINE_BREAK, key);
        }
        return read;
    }

    private String name() throws IOException, MalformedLineException {
        if (chars.peek() == '@') {
            chars.read();
            return "";
        }
        BoundedBytes name = new BoundedBytes(MAX_NAME_BYTES);
        spansLines |= quoted.read(name);
        if (name.overflowed()) {
            throw new MalformedLineException("A value name is longer than 65,535 characters; the value is skipped.");
        }
        return name.toText();
    }

    private Optional<Data> data(long line, List<String> key) throws IOException, MalformedLineException {
        chars.skipBlanks();
        if (chars.peek() == '"') {
            return Optional.of(string());
        }
        if (chars.peek() == '-') {
            chars.read();
            if (!chars.onlyCommentLeft()) {
                throw new MalformedLineException("The minus sign that deletes a value is followed by other text; the line is skipped.");
            }
            return Optional.empty();
        }
        String keyword = keyword(line);
        if (keyword.equals("dword:")) {
            return Optional.of(new Data(RegistryType.DWORD, BoundedBytes.littleEndian(hex.readDword(), Integer.BYTES)));
        }
        return Optional.of(hexData(keyword, line, key));
    }

    private Data string() throws IOException, MalformedLineException {
        BoundedBytes text = new BoundedBytes(BoundedBytes.MAX_VALUE);
        spansLines |= quoted.read(text);
        if (!chars.onlyCommentLeft()) {
            throw new MalformedLineException("The quoted string is followed by other text; the value is skipped.");
        }
        text.addUnit(0);
        return checked(RegistryType.SZ, text);
    }

    /** Takes {@code dword:}, {@code hex:} or {@code hex(}. */
    private String keyword(long line) throws IOException, MalformedLineException {
        String spelled = hex.keyword();
        String lower = spelled.toLowerCase(Locale.ROOT);
        if (!lower.equals("dword:") && !lower.equals("hex:") && !lower.equals("hex(")) {
            throw new MalformedLineException("The data is not a quoted string, dword: or hex:; the value is skipped.");
        }
        if (!lower.equals(spelled)) {
            problems.noticeOnce(Kind.ACCEPTED, line, "A data type is written in upper case, which regedit does not accept.");
        }
        return lower;
    }

    private Data hexData(String keyword, long line, List<String> key) throws IOException, MalformedLineException {
        int type = keyword.equals("hex(") ? hex.type() : RegistryType.BINARY;
        BoundedBytes data = new BoundedBytes(BoundedBytes.MAX_VALUE);
        hex.readBytes(data);
        if (hex.endsWithFile()) {
            problems.skipped(line, chars.line(), "The file ends inside a value; the bytes before that are kept.", key);
        }
        return asStored(checked(type, data), line);
    }

    private static Data checked(int type, BoundedBytes data) throws MalformedLineException {
        if (data.overflowed()) {
            throw new MalformedLineException("The data is larger than " + (BoundedBytes.MAX_VALUE >> 20) + " MiB; the value is skipped.");
        }
        return new Data(type, data.toBytes());
    }

    private Data asStored(Data data, long line) {
        if (strings.stored() || !RegistryType.isAnsiText(data.type())) {
            return data;
        }
        if (looksLikeUtf16(data.bytes())) {
            problems.noticeOnce(Kind.ENCODING_GUESSED, line, "Hexadecimal string data looks like UTF-16, but the REGEDIT4 header says that "
                    + "it is 8-bit text; it is read as 8-bit text, as regedit does.");
        }
        if (strings.ansiGuessed() && !RegEncoding.isAscii(data.bytes())) {
            problems.noticeOnce(Kind.ENCODING_GUESSED, line, "Hexadecimal string data is decoded as " + strings.ansi().name()
                    + "; if the source machine used another code page, specify that one.");
        }
        return new Data(data.type(), Utf16.encode(RegDecoder.decode(data.bytes(), strings.ansi())));
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        boolean seemsSo = bytes.length >= 2 && bytes.length % 2 == 0 && bytes[0] != 0;
        for (int i = 1; seemsSo && i < bytes.length; i += 2) {
            seemsSo = bytes[i] == 0;
        }
        return seemsSo && bytes.length > 2;
    }
}
