package org.assay.remedy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the STIX patterns that Assay writes, by the standard's grammar: one observation of tests for equality. Anything else fails. */
final class StixPatternText {

    /** Object path, then a string literal: no quote or backslash but behind a backslash (STIX 2.1, 9.3 and the grammar's StringLiteral). */
    private static final Pattern TEST = Pattern.compile("([a-z-]+:[a-z_.*\\[\\]]+(?:'SHA-256')?) = '((?:[^'\\\\]|\\\\['\\\\])*+)'");

    private StixPatternText() {
    }

    /** What must be equal, by object path. */
    static Map<String, String> tests(String pattern) {
        if (!pattern.startsWith("[")) {
            throw new AssertionError("no observation: " + pattern);
        }
        Map<String, String> tests = new LinkedHashMap<>();
        Matcher next = TEST.matcher(pattern);
        int at = 1;
        while (true) {
            next.region(at, pattern.length());
            if (!next.lookingAt() || tests.put(next.group(1), next.group(2).replaceAll("\\\\(.)", "$1")) != null) {
                throw new AssertionError("no test for equality at " + at + ": " + pattern);
            }
            at = next.end();
            if (pattern.substring(at).equals("]")) {
                return tests;
            }
            if (!pattern.startsWith(" AND ", at)) {
                throw new AssertionError("no end at " + at + ": " + pattern);
            }
            at += " AND ".length();
        }
    }
}
