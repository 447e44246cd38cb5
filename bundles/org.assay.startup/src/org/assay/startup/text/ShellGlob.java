package org.assay.startup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A name with wildcards as a shell matches files with it (POSIX.1-2017, Shell Command Language, 2.13): {@code *}, {@code ?},
 * {@code [a-c]}, {@code [!a]}. The name itself fits, too, for quotes are gone by the time it is asked.
 */
public record ShellGlob(String text) implements Predicate<String> {

    private static final int MAX_ALTERNATIVE_COUNT = 16;

    /** Whether {@code name} has a wildcard. */
    public static boolean isOne(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0 && name.indexOf(']') > name.indexOf('[');
    }

    /** What a word with braces stands for ({@code /a/{b,c}/d}); itself where it has none, and at most 16. */
    public static List<String> alternatives(String word) {
        List<String> left = new ArrayList<>(List.of(word));
        List<String> done = new ArrayList<>();
        while (!left.isEmpty() && done.size() < MAX_ALTERNATIVE_COUNT) {
            String next = left.removeFirst();
            int close = next.indexOf('}');
            int open = close < 0 ? -1 : next.lastIndexOf('{', close);
            if (open < 0 || next.substring(open, close).indexOf(',') < 0 || open > 0 && next.charAt(open - 1) == '$') {
                done.add(next);
            } else if (left.size() < MAX_ALTERNATIVE_COUNT) {
                for (String part : next.substring(open + 1, close).split(",", MAX_ALTERNATIVE_COUNT)) {
                    left.add(next.substring(0, open) + part + next.substring(close + 1));
                }
            }
        }
        return done;
    }

    @Override
    public boolean test(String name) {
        return name.equals(text) || matches(name);
    }

    private boolean matches(String name) {
        return StarPattern.matches(text, name, (_, at, unit) -> fits(at, unit) ? behind(at) : -1)
                && (text.startsWith(".") || !name.startsWith("."));
    }

    private boolean fits(int at, char unit) {
        int end = behind(at);
        if (end == at + 1) {
            return text.charAt(at) == '?' || text.charAt(at) == unit;
        }
        boolean not = "!^".indexOf(text.charAt(at + 1)) >= 0;
        boolean in = false;
        for (int each = at + (not ? 2 : 1); each < end - 1; each++) {
            boolean range = each + 2 < end - 1 && text.charAt(each + 1) == '-';
            in |= range ? unit >= text.charAt(each) && unit <= text.charAt(each + 2) : unit == text.charAt(each);
            each += range ? 2 : 0;
        }
        return in != not;
    }

    /** Where what begins at {@code at} ends; a bracket that nothing closes is itself. */
    private int behind(int at) {
        int close = text.charAt(at) == '[' ? text.indexOf(']', at + 2) : -1;
        return close < 0 ? at + 1 : close + 1;
    }
}
