package org.assay.store.bytes;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Compresses byte strings as zlib streams (RFC 1950). */
public final class Deflation {

    /** Deflate cannot shrink more than about 1032 to 1 (RFC 1951 gives a match of 258 bytes two bits at least). */
    private static final long MAX_SHRINKING = 1040;

    private Deflation() {
    }

    /** {@code content} compressed at {@code level}, 1 (fast) to 9 (small). */
    public static byte[] deflate(byte[] content, int level) {
        try (Deflater deflater = new Deflater(level)) {
            deflater.setInput(content);
            deflater.finish();
            byte[] deflated = new byte[content.length / 2 + 64];
            int length = 0;
            while (!deflater.finished()) {
                if (length == deflated.length) {
                    deflated = Arrays.copyOf(deflated, Math.addExact(length, content.length / 4 + 64));
                }
                length += deflater.deflate(deflated, length, deflated.length - length);
            }
            return Arrays.copyOf(deflated, length);
        }
    }

    /** The {@code length} bytes that {@code deflated} stands for; malformed when it stands for more or fewer. */
    public static byte[] inflate(byte[] deflated, long length) {
        if (length < 0 || length > Integer.MAX_VALUE - 8 || length > (deflated.length + 1) * MAX_SHRINKING) {
            throw new MalformedBytes(deflated.length + " compressed bytes cannot stand for " + Long.toUnsignedString(length));
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(deflated);
            byte[] content = new byte[(int) length];
            int filled = inflater.inflate(content);
            if (filled != length || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
                throw new MalformedBytes("the compressed part stands for another length than " + length);
            }
            return content;
        } catch (DataFormatException e) {
            throw new MalformedBytes("the compressed part is damaged", e);
        }
    }
}
