package org.assay.ui.text;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.assay.model.text.Labels;
import org.assay.model.text.Visible;

/** How the model's names, numbers and texts read to people. */
public final class DisplayText {

    private static final int LINE_LIMIT = 500;
    private static final int PARAGRAPH_LIMIT = 4000;
    private static final DateTimeFormatter TIME = TimeStyle.chosen();
    private static final String[] UNITS = { "kB", "MB", "GB", "TB", "PB", "EB" };

    private DisplayText() {
    }

    /** {@code MODIFIED_TIME} as {@code modified time}. */
    public static String of(Enum<?> constant) {
        return Labels.of(constant);
    }

    /** {@code MODIFIED_TIME} as {@code Modified time}, to begin a label with. */
    public static String title(Enum<?> constant) {
        return Labels.capital(of(constant));
    }

    /** {@code registry hive} as {@code Registry Hive}, as buttons and titles are written. */
    public static String heading(String words) {
        return Arrays.stream(words.split(" ")).map(Labels::capital).collect(Collectors.joining(" "));
    }

    /** Words that begin small and have no full stop, as a sentence that stands alone. */
    public static String sentence(String words) {
        return Labels.capital(words) + ".";
    }

    /** {@code 1 change}, {@code 1,234 changes}, {@code 2 startup entries}; {@code count.noun} is the key of the text. */
    public static String count(long number, String noun) {
        return Texts.of("count." + noun, number);
    }

    /** {@code 1 item}, {@code 1,234 of 5,678 items}: the part is left out when it is everything. */
    public static String part(long part, long whole, String noun) {
        return part == whole ? count(whole, noun) : Texts.of("count.part", part, count(whole, noun));
    }

    /** {@code 512 bytes}, {@code 1.5 MB}, {@code 731 MB}; units are powers of 1000. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return count(bytes, "byte");
        }
        double scaled = bytes / 1000.0;
        int unit = 0;
        while (scaled >= 999.5) {
            scaled /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, scaled < 99.95 ? "%.1f %s" : "%.0f %s", scaled, UNITS[unit]);
    }

    /** To the second, in UTC unless the user prefers this machine's zone. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** One line that is safe to show of text that may be hostile, cut where no cell could show it. */
    public static String line(String text) {
        return cut(text, LINE_LIMIT);
    }

    /** As {@link #line}, of text that is read in a page of its own. */
    public static String paragraph(String text) {
        return cut(text, PARAGRAPH_LIMIT);
    }

    private static String cut(String text, int limit) {
        String visible = Visible.text(text.length() > limit ? text.substring(0, limit) : text);
        return visible.length() == text.length() || text.length() <= limit ? visible : visible + "…";
    }
}
