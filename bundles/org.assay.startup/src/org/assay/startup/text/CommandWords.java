package org.assay.startup.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts command lines into words as Windows programs do: at blanks outside double quotes. */
public final class CommandWords {

    private static final int MAX_WORD_COUNT = 256;

    private CommandWords() {
    }

    /**
     * The first word and what follows it.
     *
     * @param word the word without its quotes
     * @param rest everything behind it, without leading blanks
     */
    public record Split(String word, String rest) {
    }

    /** Splits off the first word of {@code text}; both parts are empty when there is none. */
    public static Split first(String text) {
        int start = skipBlanks(text, 0);
        int at = start;
        boolean quoted = false;
        while (at < text.length() && (quoted || !isBlank(text.charAt(at)))) {
            quoted ^= text.charAt(at) == '"';
            at++;
        }
        return new Split(text.substring(start, at).replace("\"", ""), text.substring(skipBlanks(text, at)));
    }

    /** The words of {@code text} without their quotes; at most 256. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Split split = first(text);
        while (words.size() < MAX_WORD_COUNT && !(split.word().isEmpty() && split.rest().isEmpty())) {
            words.add(split.word());
            split = first(split.rest());
        }
        return words;
    }

    /**
     * The members of a list whose separators are {@code separators}, outside double quotes, without blank members; at most {@code most}.
     */
    public static List<String> members(String text, String separators, int most) {
        List<String> members = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at <= text.length() && members.size() < most; at++) {
            boolean end = at == text.length();
            quoted ^= !end && text.charAt(at) == '"';
            if (end || !quoted && separators.indexOf(text.charAt(at)) >= 0) {
                String member = text.substring(start, at).strip();
                if (!member.isEmpty()) {
                    members.add(member);
                }
                start = at + 1;
            }
        }
        return members;
    }

    /** {@code text} without the double quotes around it. */
    public static String unquoted(String text) {
        String plain = text.strip();
        return plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"") ? plain.substring(1, plain.length() - 1) : plain;
    }

    public static boolean isBlank(char unit) {
        return unit == ' ' || unit == '\t' || unit == '\r' || unit == '\n';
    }

    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
