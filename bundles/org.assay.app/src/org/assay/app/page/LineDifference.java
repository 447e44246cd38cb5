package org.assay.app.page;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line: the shortest list of lines that went and came, with nothing of what stayed. */
public final class LineDifference {

    /** The work grows with the product of the lines between the first and the last that differ. */
    private static final int MAX_PRODUCT = 4_000_000;

    private LineDifference() {
    }

    /** Each line with {@code -} or {@code +} before it, in order; where too much differs, all that went and then all that came. */
    public static List<String> of(List<String> before, List<String> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        return between(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    }

    private static List<String> between(List<String> before, List<String> after) {
        List<String> lines = new ArrayList<>();
        if ((long) before.size() * after.size() > MAX_PRODUCT) {
            before.forEach(line -> lines.add("-" + line));
            after.forEach(line -> lines.add("+" + line));
            return lines;
        }
        int[][] common = common(before, after);
        int was = 0;
        int is = 0;
        while (was < before.size() || is < after.size()) {
            if (was < before.size() && is < after.size() && before.get(was).equals(after.get(is))) {
                was++;
                is++;
            } else if (was < before.size() && (is == after.size() || common[was + 1][is] >= common[was][is + 1])) {
                lines.add("-" + before.get(was++));
            } else {
                lines.add("+" + after.get(is++));
            }
        }
        return lines;
    }

    /** For each pair of positions the length of the longest common subsequence of what follows. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int was = before.size() - 1; was >= 0; was--) {
            for (int is = after.size() - 1; is >= 0; is--) {
                common[was][is] = before.get(was).equals(after.get(is)) ? common[was + 1][is + 1] + 1
                        : Math.max(common[was + 1][is], common[was][is + 1]);
            }
        }
        return common;
    }
}
