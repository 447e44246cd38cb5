package org.assay.startup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that a POSIX shell runs, cut into its simple commands (POSIX.1-2017, Shell Command Language, 2.9 and 2.10). Nothing is expanded;
 * quotes, backslashes, comments and redirections are understood, compound commands only so far that the commands in them are found.
 */
public final class ShellText {

    private static final int MAX_COMMAND_COUNT = 32;
    private static final int MAX_WORD_COUNT = 256;
    private static final Set<String> KEYWORDS = Set.of("if", "then", "else", "elif", "fi", "while", "until", "do", "done", "{", "}", "!",
            "time");
    /** The words behind them are no commands. */
    private static final Set<String> LISTS = Set.of("for", "case", "function", "select");

    private static final Pattern NUMBER = Pattern.compile("\\\\(?:([0-7]{1,3})|(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})))");

    private final List<List<String>> commands = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private List<String> words = new ArrayList<>();
    private boolean any;
    private boolean redirected;

    private ShellText() {
    }

    /** The simple commands of {@code text} as their words, without the keywords before them; at most 32 of at most 256 words. */
    public static List<List<String>> commands(String text) {
        return new ShellText().read(Limits.cut(text));
    }

    /** The words of {@code text} where it is one simple command, whatever stands between them. */
    public static List<String> words(String text) {
        ShellText shell = new ShellText();
        String plain = Limits.cut(text);
        for (int at = 0; at < plain.length(); at++) {
            at = shell.unit(plain, at, false);
        }
        shell.endWord();
        return shell.words;
    }

    private List<List<String>> read(String text) {
        for (int at = 0; at < text.length() && commands.size() < MAX_COMMAND_COUNT; at++) {
            char next = text.charAt(at);
            boolean number = next == '&' && at > 0 && (text.charAt(at - 1) == '>' || text.charAt(at - 1) == '<');
            if (number) {
                continue;
            }
            if (next == '(' && isArray()) {
                at = array(text, at);
            } else if (";|&\n()".indexOf(next) >= 0) {
                endCommand();
            } else if (next == '#' && !any) {
                int end = text.indexOf('\n', at);
                at = (end < 0 ? text.length() : end) - 1;
            } else {
                at = unit(text, at, true);
            }
        }
        endCommand();
        return commands;
    }

    /** Whether the list of a variable's members comes now: {@code path=(a b)} of bash and zsh, {@code set path = (a b)} of csh. */
    private boolean isArray() {
        return any ? word.length() > 1 && word.charAt(word.length() - 1) == '=' : !words.isEmpty() && words.getLast().equals("=");
    }

    /** Takes the members, with colons between them, as one value. */
    private int array(String text, int open) {
        int depth = 0;
        int at = open;
        while (at < text.length()) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            at++;
        }
        any = true;
        word.append(text.substring(open + 1, Math.min(at, text.length())).strip().replaceAll("\\s+", ":").replaceAll("[\"']", ""));
        return at;
    }

    /** Takes what begins at {@code at} and tells where it ends, inclusive. */
    private int unit(String text, int at, boolean redirections) {
        char next = text.charAt(at);
        if (CommandWords.isBlank(next)) {
            endWord();
        } else if (next == '\'' || next == '"') {
            any = true;
            boolean escaped = next == '\'' && !word.isEmpty() && word.charAt(word.length() - 1) == '$';
            return escaped ? ansi(text, at) : quoted(text, at);
        } else if (next == '\\' && at + 1 < text.length()) {
            any = true;
            word.append(text.charAt(at + 1) == '\n' ? "" : String.valueOf(text.charAt(at + 1)));
            return at + 1;
        } else if (redirections && (next == '>' || next == '<')) {
            redirection();
        } else {
            any = true;
            word.append(next);
        }
        return at;
    }

    /** Behind the opening quote up to the closing one, or the end. */
    private int quoted(String text, int open) {
        char quote = text.charAt(open);
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            boolean escapes = quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()
                    && "\"\\$`".indexOf(text.charAt(at + 1)) >= 0;
            at += escapes ? 1 : 0;
            word.append(text.charAt(at));
            at++;
        }
        return at;
    }

    /** {@code $'…'} of bash, in which a backslash writes characters by their numbers (bash(1), "QUOTING"). */
    private int ansi(String text, int open) {
        word.setLength(word.length() - 1);
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != '\'') {
            Matcher number = NUMBER.matcher(text).region(at, text.length());
            if (number.lookingAt()) {
                int group = number.group(1) != null ? 1 : number.group(2) != null ? 2 : 3;
                word.append((char) Integer.parseInt(number.group(group), group == 1 ? 8 : 16));
                at = number.end();
            } else {
                at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
                word.append(text.charAt(at++));
            }
        }
        return at;
    }

    /** A number directly before the sign belongs to it, and so does the next word. */
    private void redirection() {
        if (any && word.chars().allMatch(Character::isDigit)) {
            word.setLength(0);
            any = false;
        }
        endWord();
        redirected = true;
    }

    private void endWord() {
        if (any && !redirected && words.size() < MAX_WORD_COUNT) {
            words.add(word.toString());
        }
        redirected &= !any;
        word.setLength(0);
        any = false;
    }

    private void endCommand() {
        endWord();
        redirected = false;
        int start = 0;
        while (start < words.size() && KEYWORDS.contains(words.get(start))) {
            start++;
        }
        if (start < words.size() && !LISTS.contains(words.get(start))) {
            commands.add(List.copyOf(words.subList(start, words.size())));
        }
        words = new ArrayList<>();
    }
}
