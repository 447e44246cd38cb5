package org.assay.registry.text;

import org.assay.registry.ByteSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the characters of a {@code .reg} file are encoded: by its byte order mark, else by its first bytes, else by whether all of
 * it is UTF-8, else in the ANSI code page.
 *
 * @param charset the encoding; UTF-16 without a byte order mark of its own
 * @param markLength the number of bytes at the start of the file that are the byte order mark
 * @param guess what was assumed where the file itself does not say it
 */
public record RegEncoding(Charset charset, int markLength, Optional<String> guess) {

    /** The ANSI code page assumed when the user names none: that of Western European and American Windows. */
    public static final Charset DEFAULT_ANSI = Charset.forName("windows-1252");

    /** The code page assumed for the output of console programs when the user names none: that of Western European Windows. */
    public static final Charset DEFAULT_OEM = Charset.forName("IBM850");

    private static final int BUFFER = 1 << 16;

    static RegEncoding detect(ByteSource source, Optional<Charset> ansi, Charset assumed) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(4);
        }
        Optional<RegEncoding> known = byStart(start);
        return known.isPresent() ? known.get() : eightBit(source, ansi, assumed);
    }

    /** The text at the start of a file; its last character may be cut. */
    public static String text(byte[] start) {
        RegEncoding encoding = byStart(start).orElse(new RegEncoding(StandardCharsets.ISO_8859_1, 0, Optional.empty()));
        return new String(start, encoding.markLength(), start.length - encoding.markLength(), encoding.charset());
    }

    private static Optional<RegEncoding> byStart(byte[] start) {
        Optional<RegEncoding> marked = byMark(start);
        if (marked.isPresent()) {
            return marked;
        }
        if (start.length >= 2 && start[1] == 0 && start[0] != 0) {
            return Optional.of(guessed(StandardCharsets.UTF_16LE, "has no byte order mark and is read as UTF-16LE"));
        }
        if (start.length >= 2 && start[0] == 0 && start[1] != 0) {
            return Optional.of(guessed(StandardCharsets.UTF_16BE, "has no byte order mark and is read as UTF-16BE"));
        }
        return Optional.empty();
    }

    boolean isUtf16() {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    public static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<RegEncoding> byMark(byte[] start) {
        if (startsWith(start, 0xff, 0xfe)) {
            return Optional.of(new RegEncoding(StandardCharsets.UTF_16LE, 2, Optional.empty()));
        }
        if (startsWith(start, 0xfe, 0xff)) {
            return Optional.of(new RegEncoding(StandardCharsets.UTF_16BE, 2, Optional.empty()));
        }
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            return Optional.of(new RegEncoding(StandardCharsets.UTF_8, 3, Optional.empty()));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static RegEncoding guessed(Charset charset, String guess) {
        return new RegEncoding(charset, 0, Optional.of("The file " + guess + "."));
    }

    private static RegEncoding eightBit(ByteSource source, Optional<Charset> ansi, Charset assumed) throws IOException {
        if (ansi.isPresent()) {
            return new RegEncoding(ansi.get(), 0, Optional.empty());
        }
        if (isAll(source, StandardCharsets.US_ASCII)) {
            return new RegEncoding(assumed, 0, Optional.empty());
        }
        if (isAll(source, StandardCharsets.UTF_8)) {
            return guessed(StandardCharsets.UTF_8, "is 8-bit text without a byte order mark and is read as UTF-8, because all of it is "
                    + "valid UTF-8; regedit would use the code page of its machine");
        }
        return guessed(assumed, "is 8-bit text and is decoded as " + assumed.name()
                + "; if the source machine used another code page, specify that one");
    }

    private static boolean isAll(ByteSource source, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        try (InputStream in = source.open()) {
            boolean end = false;
            while (!end) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(count, 0)).flip();
                if (decoder.decode(bytes, chars.clear(), end).isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }
}
