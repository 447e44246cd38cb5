package org.assay.model.text;

import java.util.Arrays;

/**
 * A pattern with wildcards over a text whose components are separated by {@code /}: {@code *} is anything within a component, {@code **}
 * anything at all, {@code ?} one character of a component, {@code /} and {@code \} a separator. Characters are Unicode code points; two
 * are the same when their upper cases have the same lower case.
 *
 * <p>All ways to match a text are followed at once, character by character, so the time is at most proportional to the length of the
 * pattern times that of the text, whatever they hold.
 */
public final class Wildcards {

    /**
     * Stands for a separator within a name, which {@code /} and {@code \} of a pattern match, too, but which ends no component.
     * {@link Visible} lets no control character through, so it stands for nothing else.
     */
    public static final char INSIDE = '\1';

    private static final int ONE = -1;
    private static final int COMPONENT = -2;
    private static final int ANYTHING = -3;
    private static final int SEPARATOR = -4;

    /** One of the constants, or a folded character. */
    private final int[] elements;

    /**
     * How a text went.
     *
     * @param matches whether the whole text matches
     * @param matchesAbove whether the text up to one of its separators matches, with or without that
     * @param mayContinue whether a text that begins with this one may match
     * @param steps how many comparisons of a character with an element it took
     */
    public record Outcome(boolean matches, boolean matchesAbove, boolean mayContinue, long steps) {
    }

    public Wildcards(String pattern) {
        int[] characters = pattern.codePoints().toArray();
        int[] all = new int[characters.length];
        int count = 0;
        for (int at = 0; at < characters.length; at++) {
            boolean twice = characters[at] == '*' && at + 1 < characters.length && characters[at + 1] == '*';
            all[count++] = switch (characters[at]) {
                case '*' -> twice ? ANYTHING : COMPONENT;
                case '?' -> ONE;
                case '/', '\\' -> SEPARATOR;
                default -> fold(characters[at]);
            };
            at += twice ? 1 : 0;
        }
        elements = Arrays.copyOf(all, count);
    }

    /** Matches a text against the pattern from the text's beginning on. */
    public Outcome match(String text) {
        // Position n is held while the first n elements can stand for what was read.
        boolean[] held = new boolean[elements.length + 1];
        held[0] = true;
        int first = 0;
        int last = skipEmpty(held, 0, 0);
        long steps = 0;
        boolean above = false;
        for (int at = 0; at < text.length() && first <= last; ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            steps += last - first + 1;
            above |= character == '/' && held[elements.length];
            last = advance(held, first, last, character);
            above |= character == '/' && held[elements.length];
            while (first <= last && !held[first]) {
                first++;
            }
        }
        return new Outcome(held[elements.length], above, first <= last, steps);
    }

    /** Takes one character at every held position; returns the last one that is held afterwards, or -1. */
    private int advance(boolean[] held, int first, int last, int character) {
        int folded = fold(character);
        for (int at = last; at >= first; at--) {
            boolean taken = held[at] && at < elements.length && takes(elements[at], character, folded);
            held[at] = taken && isRepeated(elements[at]);
            if (taken && !held[at]) {
                held[at + 1] = true;
            }
        }
        return skipEmpty(held, first, Math.min(last + 1, elements.length));
    }

    /** Holds the positions behind wildcards that stand for nothing; returns the last that is held at or after {@code first}, or -1. */
    private int skipEmpty(boolean[] held, int first, int last) {
        int newest = -1;
        for (int at = first; at <= last || at <= elements.length && held[at]; at++) {
            if (held[at]) {
                newest = at;
                if (at < elements.length && isRepeated(elements[at])) {
                    held[at + 1] = true;
                }
            }
        }
        return newest;
    }

    private static boolean isRepeated(int element) {
        return element == COMPONENT || element == ANYTHING;
    }

    private static boolean takes(int element, int character, int folded) {
        return switch (element) {
            case ANYTHING -> true;
            case COMPONENT, ONE -> character != '/';
            case SEPARATOR -> character == '/' || character == INSIDE;
            default -> element == folded;
        };
    }

    private static int fold(int character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }
}
