package org.assay.startup.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.assay.model.text.FileName;

/** The text of a settings file, whatever its bytes. */
public final class TextFile {

    /** So many bytes are looked at to tell a text from a binary file. */
    private static final int HEAD = 1024;

    private TextFile() {
    }

    /** Windows text: UTF-16 or UTF-8 where a byte order mark says so, else in {@code codePage}. Never fails. */
    public static String windows(byte[] content, CodePage codePage) {
        if (startsWith(content, 0xff, 0xfe)) {
            return new String(content, 2, content.length - 2 & ~1, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xfe, 0xff)) {
            return new String(content, 2, content.length - 2 & ~1, StandardCharsets.UTF_16BE);
        }
        if (startsWith(content, 0xef, 0xbb, 0xbf)) {
            return new String(content, 3, content.length - 3, StandardCharsets.UTF_8);
        }
        return new String(content, codePage.charset());
    }

    /** Whether {@code content} says by its first bytes that it is Unicode. */
    public static boolean isUnicode(byte[] content) {
        return startsWith(content, 0xff, 0xfe) || startsWith(content, 0xfe, 0xff) || startsWith(content, 0xef, 0xbb, 0xbf);
    }

    /** Whether {@code content} is no text: it has a NUL among its first bytes and is not Unicode of two bytes. */
    public static boolean isBinary(byte[] content) {
        for (int at = 0; at < Math.min(content.length, HEAD) && !isUnicode(content); at++) {
            if (content[at] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Unix text: UTF-8, with every byte that is none kept as {@link FileName} does. */
    public static String unix(byte[] content) {
        return FileName.decode(content);
    }

    /** The lines without their ends; a NUL ends what counts of a line, as it does for programs that read it. */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                String line = text.substring(start, at);
                int nul = line.indexOf('\0');
                lines.add(nul < 0 ? line : line.substring(0, nul));
                start = at + 1;
            }
        }
        return lines;
    }

    private static boolean startsWith(byte[] content, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= content.length || (content[at] & 0xff) != mark[at]) {
                return false;
            }
        }
        return true;
    }
}
