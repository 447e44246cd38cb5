package org.assay.ui.presenter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.assay.model.text.Bytes;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;

/** Two byte strings side by side, eight bytes a row, so that the rows which differ stand out. */
final class HexRows {

    private static final int WIDTH = 8;
    private static final HexFormat DIGITS = HexFormat.of().withSuffix(" ");

    private HexRows() {
    }

    /** The first {@code limit} bytes as rows, and what lies behind them as one. */
    static List<DetailsPage.Row> of(Optional<Bytes> before, Optional<Bytes> after, int limit) {
        byte[] left = before.map(Bytes::toArray).orElse(new byte[0]);
        byte[] right = after.map(Bytes::toArray).orElse(new byte[0]);
        boolean both = before.isPresent() && after.isPresent();
        int end = Math.max(left.length, right.length);
        List<DetailsPage.Row> rows = new ArrayList<>();
        for (int at = 0; at < Math.min(end, limit); at += WIDTH) {
            byte[] leftPart = part(left, at, at + WIDTH);
            byte[] rightPart = part(right, at, at + WIDTH);
            rows.add(new DetailsPage.Row("%06x".formatted(at), line(leftPart), line(rightPart),
                    DetailsPage.Row.tint(both && !Arrays.equals(leftPart, rightPart)), true));
        }
        if (end > limit) {
            byte[] leftRest = part(left, limit, left.length);
            byte[] rightRest = part(right, limit, right.length);
            rows.add(new DetailsPage.Row(Texts.of("details.fromOn", "%06x".formatted(limit)), more(leftRest), more(rightRest),
                    DetailsPage.Row.tint(both && !Arrays.equals(leftRest, rightRest)), true));
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
        StringBuilder line = new StringBuilder(DIGITS.formatHex(bytes)).append("   ".repeat(WIDTH - bytes.length)).append(' ');
        for (byte one : bytes) {
            line.append(one >= ' ' && one < 0x7f ? (char) one : '.');
        }
        return line.toString();
    }
}
