package org.assay.app.page;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line, by the shortest list of lines that went and came. */
public final class LineDifference {

    /** The work grows with the product of the lines between the first and the last that differ. */
    private static final int MAX_PRODUCT = 4_000_000;

    private LineDifference() {
    }

    /** What became of a line. */
    public enum Fate {
        STAYED, WENT, CAME
    }

    /** A line and what became of it. */
    public record Line(Fate fate, String text) {
    }

    /** Each line with {@code -} or {@code +} before it, in order; where too much differs, all that went and then all that came. */
    public static List<String> of(List<String> before, List<String> after) {
        return lines(before, after).stream().filter(line -> line.fate() != Fate.STAYED)
                .map(line -> (line.fate() == Fate.WENT ? "-" : "+") + line.text()).toList();
    }

    /** All lines of both, those that stayed once, in order. */
    public static List<Line> lines(List<String> before, List<String> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        before.subList(0, start).forEach(line -> lines.add(new Line(Fate.STAYED, line)));
        between(before.subList(start, before.size() - end), after.subList(start, after.size() - end), lines);
        before.subList(before.size() - end, before.size()).forEach(line -> lines.add(new Line(Fate.STAYED, line)));
        return lines;
    }

    private static void between(List<String> before, List<String> after, List<Line> lines) {
        if ((long) before.size() * after.size() > MAX_PRODUCT) {
            before.forEach(line -> lines.add(new Line(Fate.WENT, line)));
            after.forEach(line -> lines.add(new Line(Fate.CAME, line)));
            return;
        }
        int[][] common = common(before, after);
        int was = 0;
        int is = 0;
        while (was < before.size() || is < after.size()) {
            if (was < before.size() && is < after.size() && before.get(was).equals(after.get(is))) {
                lines.add(new Line(Fate.STAYED, before.get(was++)));
                is++;
            } else if (was < before.size() && (is == after.size() || common[was + 1][is] >= common[was][is + 1])) {
                lines.add(new Line(Fate.WENT, before.get(was++)));
            } else {
                lines.add(new Line(Fate.CAME, after.get(is++)));
            }
        }
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
