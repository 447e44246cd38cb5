package org.assay.app.content;

import java.util.ArrayList;
import java.util.List;

/** Text in lines as a person reads them. */
public final class ShownText {

    /** Of a hundred characters, how many may control something in what is still called text. */
    private static final int MAX_CONTROL_SHARE = 10;

    private ShownText() {
    }

    /**
     * The lines of {@code text}, which end at LF or CR LF. A CR alone ends none: it is where a terminal would write over what stands
     * before, and so is shown.
     */
    public static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /** Whether {@code text} is one: a few control characters are a disguise, many are a program or other data. */
    public static boolean isText(String text) {
        long controls = text.chars().filter(unit -> unit < ' ' && unit != '\t' && unit != '\r' && unit != '\n').count();
        return controls * 100 <= (long) text.length() * MAX_CONTROL_SHARE;
    }
}
