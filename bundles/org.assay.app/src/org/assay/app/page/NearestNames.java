package org.assay.app.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Finds what somebody may have meant who mistyped a name. */
public final class NearestNames {

    private static final int MAX_COUNT = 3;
    /** Nobody types more; longer text is cut so that any input is compared in no time. */
    private static final int MAX_LENGTH = 100;

    private NearestNames() {
    }

    /** Up to three of {@code names}: those that hold what was typed, then those that take the fewest edits. */
    public static List<String> to(String typed, List<String> names) {
        String word = typed.substring(0, Math.min(typed.length(), MAX_LENGTH)).strip().toLowerCase(Locale.ROOT);
        return names.stream().sorted(Comparator.<String>comparingInt(name -> !word.isEmpty() && name.contains(word) ? 0 : 1)
                .thenComparingInt(name -> distance(word, name))).limit(MAX_COUNT).toList();
    }

    /** How many characters have to be put in, taken out or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int at = 1; at <= one.length(); at++) {
            int diagonal = row[0];
            row[0] = at;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = diagonal + (one.charAt(at - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
