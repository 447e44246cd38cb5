package org.assay.compare.security;

import java.util.List;
import java.util.Locale;

import org.assay.model.Severity;

/**
 * A setting that protects no more when it has certain values.
 *
 * @param where the key or file that holds it, in components; {@code *} stands for any one
 * @param name of the value or the line; {@code *} for any
 * @param weak the values that are weak: {@code *} any, {@code -} that it is gone, {@code !x} any but x, {@code |*} a pipe to a program
 * @param safe what it should be, for people
 * @param meaning what the weak value means, for people, as a sentence without its end
 */
record WeakSetting(List<String> where, String name, List<String> weak, Severity severity, String safe, String meaning) {

    static final String GONE = "-";
    private static final String ANY = "*";
    private static final String PIPE = "|*";

    static WeakSetting of(List<String> cells) {
        String path = cells.get(0);
        String weak = cells.get(2);
        return new WeakSetting(List.of(path.split(path.startsWith("/") ? "/" : "\\\\", -1)), cells.get(1),
                weak.equals(PIPE) ? List.of(PIPE) : List.of(weak.split("\\|")), Severity.valueOf(cells.get(3)), cells.get(4), cells.get(5));
    }

    boolean isAt(List<String> components, boolean exactly) {
        List<String> expected = where;
        int from = 0;
        if (where.getFirst().equals("USER")) {
            from = components.getFirst().equals("HKCU") ? 1 : components.getFirst().equals("HKU") ? 2 : 0;
            expected = where.subList(1, where.size());
        }
        if (components.size() - from != expected.size() || from == 0 && expected != where) {
            return false;
        }
        for (int at = 0; at < expected.size(); at++) {
            String name = components.get(from + at);
            if (!expected.get(at).equals(ANY) && !(exactly ? name.equals(expected.get(at)) : name.equalsIgnoreCase(expected.get(at)))) {
                return false;
            }
        }
        return true;
    }

    boolean isNamed(String other) {
        return name.equals(ANY) || name.equalsIgnoreCase(other);
    }

    /** Whether {@code value} protects no more. */
    boolean isWeak(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return weak.stream().map(one -> one.toLowerCase(Locale.ROOT)).anyMatch(one -> one.equals(ANY)
                || one.equals(PIPE) && plain.startsWith("|") || one.startsWith("!") && !plain.equals(one.substring(1))
                || !one.equals(GONE) && one.equals(plain));
    }

    boolean isWeakWhenGone() {
        return weak.contains(GONE);
    }
}
