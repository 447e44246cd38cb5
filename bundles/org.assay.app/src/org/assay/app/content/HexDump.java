package org.assay.app.content;

import java.util.ArrayList;
import java.util.List;

/** Bytes in hexadecimal digits, sixteen a line, with their offset before and what is printable ASCII of them behind. */
public final class HexDump {

    private static final int WIDTH = 16;

    private HexDump() {
    }

    /** The lines of {@code content}; none where it is empty. */
    public static List<String> of(byte[] content) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < content.length; from += WIDTH) {
            StringBuilder digits = new StringBuilder();
            StringBuilder text = new StringBuilder();
            for (int at = from; at < from + WIDTH; at++) {
                digits.append(at == from + WIDTH / 2 ? " " : "").append(at < content.length ? "%02x ".formatted(content[at]) : "   ");
                text.append(at >= content.length ? "" : content[at] >= ' ' && content[at] < 0x7f ? (char) content[at] : '.');
            }
            lines.add("%08x  %s %s".formatted(from, digits, text));
        }
        return lines;
    }
}
