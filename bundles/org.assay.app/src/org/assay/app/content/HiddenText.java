package org.assay.app.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text that stood encoded in another one, or in one that did.
 *
 * @param heading where it stood and how it was encoded
 * @param text what it says
 */
public record HiddenText(String heading, String text) {

    private static final int MAX_COUNT = 32;
    private static final int MAX_DEPTH = 8;

    /** What is encoded in {@code text}, each followed by what is encoded in that. Nothing of it is run, and nothing fails. */
    public static List<HiddenText> in(String text) {
        List<HiddenText> found = new ArrayList<>();
        search(text, "", 0, found);
        return found;
    }

    private static void search(String text, String within, int depth, List<HiddenText> found) {
        int room = Math.max(0, MAX_COUNT - found.size());
        List<Decoded> here = Stream.concat(EncodedScript.in(text, room + 1).stream(), EncodedCommand.in(text, room + 1).stream())
                .sorted(Comparator.comparingInt(Decoded::start)).toList();
        for (Decoded one : here) {
            // More than that is there when a search within has said so already.
            if (found.size() >= MAX_COUNT || depth == MAX_DEPTH) {
                addOnce(new HiddenText("More is encoded in it and was not decoded.", ""), found);
                return;
            }
            long line = 1 + text.substring(0, one.start()).chars().filter(unit -> unit == '\n').count();
            String where = String.format(Locale.ROOT, "line %,d", line) + within;
            found.add(new HiddenText("Decoded from " + where + " (" + one.how() + "):", one.text()));
            search(one.text(), " of what was decoded from " + where, depth + 1, found);
        }
    }

    private static void addOnce(HiddenText last, List<HiddenText> found) {
        if (!found.contains(last)) {
            found.add(last);
        }
    }
}
