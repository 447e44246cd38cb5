package org.assay.registry.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a stream without losing anything that Windows would keep: lone surrogates in UTF-16, and in single-byte code pages the
 * bytes without a character of their own, which Windows maps to the code point of the same number. Bytes that are no character in
 * UTF-8 or a double-byte code page become U+FFFD.
 */
public final class RegDecoder implements Closeable {

    public static final char UNDECODABLE = '\ufffd';

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final boolean utf16;
    private final boolean singleByte;
    private final ByteBuffer bytes;
    private boolean end;

    RegDecoder(InputStream in, RegEncoding encoding) {
        this.in = in;
        this.utf16 = encoding.isUtf16();
        this.decoder = strict(encoding.charset());
        this.singleByte = isSingleByte(encoding.charset());
        this.bytes = ByteBuffer.allocate(BUFFER).flip();
        bytes.order(encoding.charset().equals(StandardCharsets.UTF_16LE) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Decodes up to {@code length} characters, at least 2, into {@code target}; returns their number, zero at the end of the stream. */
    public int decode(char[] target, int start, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, start, length);
        while (chars.position() == start && !(end && !bytes.hasRemaining())) {
            load();
            if (utf16) {
                decodeUtf16(chars);
            } else {
                decodeStrictly(decoder, bytes, chars, end, singleByte);
            }
            if (end && chars.position() == start) {
                break;
            }
        }
        return chars.position() - start;
    }

    /** Whether the stream ended in the middle of a UTF-16 unit; meaningful after the end was reached. */
    boolean endsInsideUnit() {
        return utf16 && bytes.hasRemaining();
    }

    /** Decodes bytes on their own, for example hexadecimal string data. */
    public static CharSequence decode(byte[] data, Charset charset) {
        CharBuffer chars = CharBuffer.allocate((int) Math.ceil(data.length * (double) charset.newDecoder().maxCharsPerByte()) + 1);
        decodeStrictly(strict(charset), ByteBuffer.wrap(data), chars, true, isSingleByte(charset));
        return chars.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void load() throws IOException {
        if (end) {
            return;
        }
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    private void decodeUtf16(CharBuffer chars) {
        int units = Math.min(chars.remaining(), bytes.remaining() / Character.BYTES);
        chars.put(bytes.asCharBuffer().limit(units));
        bytes.position(bytes.position() + units * Character.BYTES);
    }

    private static void decodeStrictly(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean end, boolean singleByte) {
        CoderResult result = decoder.decode(bytes, chars, end);
        while (result.isError() && chars.hasRemaining()) {
            char replacement = singleByte ? (char) (bytes.get(bytes.position()) & 0xff) : UNDECODABLE;
            bytes.position(bytes.position() + result.length());
            chars.put(replacement);
            result = decoder.decode(bytes, chars, end);
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static boolean isSingleByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1f;
    }
}
