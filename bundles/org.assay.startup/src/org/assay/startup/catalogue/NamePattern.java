package org.assay.startup.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.assay.startup.text.StarPattern;

/**
 * One component of a path pattern: exact names, a test for others, or any number of components.
 *
 * @param key tells patterns apart that accept different names
 * @param names names it accepts, folded
 * @param test accepts further folded names
 * @param deep whether it stands for any number of components, none included
 */
public record NamePattern(String key, List<String> names, Optional<Predicate<String>> test, boolean deep) {

    private static final NamePattern ANY = new NamePattern("*", List.of(), Optional.of(_ -> true), false);
    private static final NamePattern DEEP = new NamePattern("**", List.of(), Optional.empty(), true);

    /** Accepts any one component. */
    public static NamePattern any() {
        return ANY;
    }

    /** Stands for any number of components, none included. */
    public static NamePattern anyDepth() {
        return DEEP;
    }

    /** Accepts exactly the folded {@code name}. */
    public static NamePattern literal(String name) {
        return new NamePattern("=" + name, List.of(name), Optional.empty(), false);
    }

    /** Accepts what {@code test} accepts; {@code key} must be different for every test. */
    public static NamePattern tested(String key, Predicate<String> test) {
        return new NamePattern("?" + key, List.of(), Optional.of(test), false);
    }

    /**
     * Reads the catalogue's spelling: {@code **} any number of components; {@code *} anything and {@code ?} one character within one;
     * <code>{a,b}</code> alternatives, which may hold alternatives again; {@code [*]} the name that is a single asterisk. Braces without a
     * comma stand for themselves, for class ids have them.
     */
    static NamePattern parse(String text, UnaryOperator<String> fold) {
        if (text.equals("**")) {
            return DEEP;
        }
        if (text.equals("*")) {
            return ANY;
        }
        if (text.equals("[*]")) {
            return literal("*");
        }
        List<String> names = new ArrayList<>();
        List<Glob> globs = new ArrayList<>();
        for (String alternative : alternatives(fold.apply(text))) {
            if (isGlob(alternative)) {
                globs.add(Glob.of(alternative));
            } else {
                names.add(alternative);
            }
        }
        Optional<Predicate<String>> test = globs.isEmpty() ? Optional.empty() : Optional.of(globs.size() == 1 ? globs.getFirst()
                : globs.stream().<Predicate<String>>map(glob -> glob).reduce(Predicate::or).orElseThrow());
        return new NamePattern(names.size() == 1 && globs.isEmpty() ? "=" + names.getFirst() : fold.apply(text), names, test, false);
    }

    /**
     * A pattern within one component. Nearly every name fails at once at what stands before the first wildcard or behind the last one.
     *
     * @param only whether one asterisk is the only wildcard, so that nothing else needs a look
     */
    private record Glob(String text, String prefix, String suffix, boolean only) implements Predicate<String> {

        static Glob of(String text) {
            int first = 0;
            while (text.charAt(first) != '*' && text.charAt(first) != '?') {
                first++;
            }
            int last = Math.max(text.lastIndexOf('*'), text.lastIndexOf('?'));
            return new Glob(text, text.substring(0, first), text.substring(last + 1), first == last && text.charAt(first) == '*');
        }

        @Override
        public boolean test(String name) {
            return name.length() >= prefix.length() + suffix.length() && name.endsWith(suffix) && name.startsWith(prefix)
                    && (only || matches(text, name));
        }
    }

    /** Whether it accepts the folded {@code name}. */
    public boolean accepts(String name) {
        return names.contains(name) || test.isPresent() && test.get().test(name);
    }

    /** Whether it accepts one name only. */
    boolean isName() {
        return names.size() == 1 && test.isEmpty();
    }

    /** How far it is from naming one thing: 0 for names, the most for any number of components. */
    int vagueness() {
        return deep ? 1000 : this == ANY ? 100 : test.isPresent() ? 50 : 0;
    }

    private static boolean isGlob(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static List<String> alternatives(String text) {
        int close = -1;
        int open = -1;
        for (int at = text.indexOf('{'); at >= 0 && close < 0; at = text.indexOf('{', at + 1)) {
            int end = closing(text, at);
            if (end > 0 && text.substring(at, end).indexOf(',') > 0) {
                open = at;
                close = end;
            }
        }
        if (close < 0) {
            return List.of(text);
        }
        List<String> all = new ArrayList<>();
        for (String part : parts(text.substring(open + 1, close))) {
            all.addAll(alternatives(text.substring(0, open) + part + text.substring(close + 1)));
        }
        return all;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            if (next == ',' && depth == 0) {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Whether {@code name} matches {@code glob}. */
    static boolean matches(String glob, String name) {
        return StarPattern.matches(glob, name,
                (pattern, at, unit) -> pattern.charAt(at) == '?' || pattern.charAt(at) == unit ? at + 1 : -1);
    }
}
