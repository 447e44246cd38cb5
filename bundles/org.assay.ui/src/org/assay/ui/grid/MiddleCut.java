package org.assay.ui.grid;

import java.util.function.ToIntFunction;

/** Shortens a path in the middle, for its end says most and its beginning says where. */
final class MiddleCut {

    private static final String CUT = "…";

    private MiddleCut() {
    }

    /** {@code text}, or as much of its beginning and end as is not wider than {@code room}. */
    static String fit(String text, int room, ToIntFunction<String> width) {
        if (width.applyAsInt(text) <= room) {
            return text;
        }
        int fits = 0;
        int tooMany = text.length();
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            if (width.applyAsInt(keep(text, middle)) <= room) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return keep(text, fits);
    }

    /** A third of the {@code kept} characters from the beginning, the others from the end; half a surrogate pair is left out. */
    private static String keep(String text, int kept) {
        int head = kept / 3;
        int tail = text.length() - (kept - head);
        head -= head > 0 && Character.isHighSurrogate(text.charAt(head - 1)) ? 1 : 0;
        tail += tail < text.length() && Character.isLowSurrogate(text.charAt(tail)) ? 1 : 0;
        return text.substring(0, head) + CUT + text.substring(tail);
    }
}
