package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.assay.model.text.Bytes;
import org.assay.ui.text.DisplayText;

/** Two byte strings side by side, eight bytes a row, so that the rows which differ stand out. */
final class HexRows {

    private static final int WIDTH = 8;
    private static final int LIMIT = 4096;

    private HexRows() {
    }

    /** The first 4096 bytes as rows, and what lies behind them as one. */
    static List<DetailsPage.Row> of(Optional<Bytes> before, Optional<Bytes> after) {
        byte[] left = before.map(Bytes::toArray).orElse(new byte[0]);
        byte[] right = after.map(Bytes::toArray).orElse(new byte[0]);
        boolean both = before.isPresent() && after.isPresent();
        int end = Math.max(left.length, right.length);
        List<DetailsPage.Row> rows = new ArrayList<>();
        for (int at = 0; at < Math.min(end, LIMIT); at += WIDTH) {
            byte[] leftPart = part(left, at, at + WIDTH);
            byte[] rightPart = part(right, at, at + WIDTH);
            rows.add(new DetailsPage.Row("%06x".formatted(at), line(leftPart), line(rightPart),
                    both && !Arrays.equals(leftPart, rightPart), true));
        }
        if (end > LIMIT) {
            byte[] leftRest = part(left, LIMIT, left.length);
            byte[] rightRest = part(right, LIMIT, right.length);
            rows.add(new DetailsPage.Row("%06x and on".formatted(LIMIT), more(leftRest), more(rightRest),
                    both && !Arrays.equals(leftRest, rightRest), true));
        }
        return rows;
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return from >= bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, from, Math.min(to, bytes.length));
    }

    private static String more(byte[] rest) {
        return rest.length == 0 ? "" : DisplayText.count(rest.length, "more byte");
    }

    private static String line(byte[] bytes) {
        if (bytes.length == 0) {
            return "";
        }
        StringBuilder hex = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < WIDTH; at++) {
            hex.append(at < bytes.length ? "%02x ".formatted(bytes[at] & 0xff) : "   ");
            if (at < bytes.length) {
                text.append(bytes[at] >= ' ' && bytes[at] < 0x7f ? (char) bytes[at] : '.');
            }
        }
        return hex.append(' ').append(text).toString();
    }
}
