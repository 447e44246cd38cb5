package org.assay.model.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Carries any file name byte for byte in a {@link String}.
 *
 * <p>Valid UTF-8 becomes the text it spells. Each byte that is not part of valid UTF-8 becomes one code unit from U+DC80 to U+DCFF, its
 * value plus 0xDC00. Valid UTF-8 never spells a surrogate, so {@link #decode} and {@link #encode} are exact inverses: an attacker cannot
 * make two names meet, and none is lost. The scheme is the one of Python's PEP 383.
 */
public final class FileName {

    private static final int ESCAPE = 0xDC00;

    private FileName() {
    }

    /** The text that carries exactly these bytes. */
    public static String decode(byte[] name) {
        StringBuilder text = new StringBuilder(name.length);
        int at = 0;
        while (at < name.length) {
            int length = sequenceLength(name, at);
            if (length == 0) {
                text.append((char) (ESCAPE + (name[at++] & 0xff)));
            } else {
                text.append(new String(name, at, length, StandardCharsets.UTF_8));
                at += length;
            }
        }
        return text.toString();
    }

    /**
     * The bytes that {@code text} carries.
     *
     * @throws IllegalArgumentException when {@code text} holds a lone surrogate that {@link #decode} never makes
     */
    public static byte[] encode(String text) {
        ByteArrayOutputStream name = new ByteArrayOutputStream(text.length() + 8);
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (isEscape(point)) {
                name.write(point - ESCAPE);
            } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("not a file name: lone surrogate " + Integer.toHexString(point));
            } else {
                name.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        }
        return name.toByteArray();
    }

    /** Whether {@code point} stands for one byte that is not valid UTF-8. */
    public static boolean isEscape(int point) {
        return point >= ESCAPE + 0x80 && point <= ESCAPE + 0xff;
    }

    /** Whether {@link #encode} takes {@code text}. */
    public static boolean hasKnownBytes(String text) {
        return text.codePoints().allMatch(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE || isEscape(point));
    }

    /** Whether {@code text} carries bytes that are not UTF-8, and nothing that {@link #encode} does not take. */
    public static boolean holdsOtherBytes(String text) {
        return text.codePoints().anyMatch(FileName::isEscape) && hasKnownBytes(text);
    }

    /** The length of the well-formed UTF-8 sequence at {@code at} (Unicode 15, table 3-7), or 0 where there is none. */
    private static int sequenceLength(byte[] name, int at) {
        int first = name[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
        if (length == 0 || at + length > name.length) {
            return 0;
        }
        int second = name[at + 1] & 0xff;
        int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int next = at + 2; next < at + length; next++) {
            if ((name[next] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
