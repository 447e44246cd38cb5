package org.assay.startup.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Numbers and strings in a binary file of Windows. What lies outside the content reads as zero or as an empty string, so that a parser
 * needs to check only what it must tell apart.
 */
public record LittleEndian(byte[] content, int from, int to, Charset ansi) {

    /** All of {@code content}; strings that are not Unicode are Western. */
    public static LittleEndian of(byte[] content) {
        return of(content, CodePage.GUESSED);
    }

    /** All of {@code content}; strings that are not Unicode are in {@code codePage}. */
    public static LittleEndian of(byte[] content, CodePage codePage) {
        return new LittleEndian(content, 0, content.length, codePage.charset());
    }

    /** Bytes there are. */
    public int length() {
        return to - from;
    }

    /** Whether {@code count} bytes from {@code at} are there. */
    public boolean holds(long at, long count) {
        return at >= 0 && count >= 0 && at + count <= length();
    }

    /** The part from {@code at} that is {@code count} bytes long, or as long as there are bytes. */
    public LittleEndian part(long at, long count) {
        int start = from + (int) Math.clamp(at, 0, length());
        return new LittleEndian(content, start, start + (int) Math.clamp(count, 0, to - start), ansi);
    }

    public int u8(long at) {
        return holds(at, 1) ? content[from + (int) at] & 0xff : 0;
    }

    public int u16(long at) {
        return u8(at) | u8(at + 1) << 8;
    }

    public long u32(long at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    /** A class id, as text in braces. */
    public String guid(long at) {
        StringBuilder tail = new StringBuilder();
        for (int number = 8; number < 16; number++) {
            tail.append(number == 10 ? "-" : "").append("%02X".formatted(u8(at + number)));
        }
        return "{%08X-%04X-%04X-%s}".formatted(u32(at), u16(at + 4), u16(at + 6), tail);
    }

    /** A string in the code page, up to a NUL or {@code most} bytes. */
    public String ansi(long at, long most) {
        int start = from + (int) Math.clamp(at, 0, length());
        int limit = start + (int) Math.clamp(most, 0, to - start);
        int end = start;
        while (end < limit && content[end] != 0) {
            end++;
        }
        return new String(content, start, end - start, ansi);
    }

    /** All of it from {@code at} on as UTF-16, each NUL a line's end. */
    public String wideText(int at) {
        int length = Math.max(0, length() - at & ~1);
        return new String(content, from + Math.min(at, length()), length, StandardCharsets.UTF_16LE).replace('\0', '\n');
    }

    /** A UTF-16 string up to a NUL or {@code most} units. */
    public String utf16(long at, long most) {
        int start = from + (int) Math.clamp(at, 0, length());
        int limit = start + (int) Math.clamp(most * 2, 0, to - start & ~1);
        int end = start;
        while (end + 1 < limit && (content[end] | content[end + 1]) != 0) {
            end += 2;
        }
        return new String(content, start, end - start & ~1, StandardCharsets.UTF_16LE);
    }
}
