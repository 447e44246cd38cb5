package org.assay.startup.text;

/** Matching of names against patterns in which an asterisk is any number of characters. */
public final class StarPattern {

    private StarPattern() {
    }

    /** What else a pattern is made of. */
    @FunctionalInterface
    public interface Element {

        /** Where in {@code pattern} the element behind the one at {@code at} begins, where that one accepts {@code unit}; else -1. */
        int behind(String pattern, int at, char unit);
    }

    /** Whether the whole of {@code name} matches, in time of the product of their lengths at most and without recursion. */
    public static boolean matches(String pattern, String name, Element element) {
        int inPattern = 0;
        int inName = 0;
        int star = -1;
        int resume = 0;
        while (inName < name.length()) {
            boolean more = inPattern < pattern.length();
            if (more && pattern.charAt(inPattern) == '*') {
                star = inPattern++;
                resume = inName;
                continue;
            }
            int next = more ? element.behind(pattern, inPattern, name.charAt(inName)) : -1;
            if (next >= 0) {
                inPattern = next;
                inName++;
            } else if (star >= 0) {
                inPattern = star + 1;
                inName = ++resume;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }
}
