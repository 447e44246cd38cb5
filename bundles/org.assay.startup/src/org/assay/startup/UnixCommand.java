package org.assay.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.TargetOutcome;
import org.assay.startup.TargetSearch.Wanted;

/** Reads commands as Unix shells and {@code execvp} do. */
final class UnixCommand {

    private static final int DEEPEST = 5;
    private static final int MOST_WORDS = 256;
    private static final List<String> PATH = List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "ash", "busybox");
    private static final Set<String> INTERPRETERS = Set.of("python", "python3", "python2", "perl", "ruby", "node", "php", "lua",
            "osascript");
    /** They start their first argument that is no switch, a number or a setting. */
    private static final Set<String> PREFIXES = Set.of("env", "nice", "nohup", "setsid", "ionice", "exec", "sudo", "doas", "timeout",
            "stdbuf", "command", "start-stop-daemon", "chronic");

    /** A text that begins with one of these is a script of its own. */
    private static final Set<String> SCRIPT = Set.of("if", "for", "while", "until", "case", "[", "[[", "{", "(", ".", "source", "eval",
            "export", "cd", "trap", "set", "test");

    private final TargetSearch search;

    UnixCommand(TargetSearch search) {
        this.search = search;
    }

    /** Reads {@code text} and asks for the files it may mean. */
    List<Launch> launches(String text) {
        String plain = text.strip();
        while (plain.startsWith("|") || plain.startsWith("!") || plain.startsWith("@") || plain.startsWith("-/") || plain.startsWith("^")) {
            plain = plain.substring(1).strip();
        }
        return launches(words(plain), 0);
    }

    private List<Launch> launches(List<String> words, int depth) {
        int at = 0;
        while (at < words.size() && isSetting(words.get(at))) {
            at++;
        }
        if (at >= words.size()) {
            return List.of(new Launch.Settled(TargetOutcome.NONE, ""));
        }
        String word = words.get(at);
        if (word.contains("://")) {
            return List.of(new Launch.Settled(TargetOutcome.REMOTE, word));
        }
        if (word.indexOf('\0') >= 0 || word.isEmpty() || depth > DEEPEST) {
            return List.of(new Launch.Settled(TargetOutcome.UNPARSED, word));
        }
        if (SCRIPT.contains(word)) {
            return List.of(new Launch.Settled(TargetOutcome.INLINE_SCRIPT, ""));
        }
        List<Launch> payload = payload(word.substring(word.lastIndexOf('/') + 1), words.subList(at + 1, words.size()), depth + 1);
        List<Wanted> wanted = paths(word).map(search::unix).toList();
        return List.of(new Launch.Program(List.of(new Launch.Reading(word, wanted, !payload.isEmpty(), !payload.isEmpty(), payload))));
    }

    private List<Launch> payload(String program, List<String> arguments, int depth) {
        if (SHELLS.contains(program) || INTERPRETERS.contains(program)) {
            for (int at = 0; at < arguments.size(); at++) {
                String word = arguments.get(at);
                boolean code = word.startsWith("-") && !word.startsWith("--") && (word.endsWith("c") || word.endsWith("e"));
                if (code) {
                    boolean shell = SHELLS.contains(program) && at + 1 < arguments.size();
                    return shell ? script(arguments.get(at + 1), depth) : List.of(new Launch.Settled(TargetOutcome.INLINE_SCRIPT, ""));
                }
                if (!word.startsWith("-")) {
                    return launches(List.of(word), depth);
                }
            }
        } else if (PREFIXES.contains(program)) {
            int at = 0;
            while (at < arguments.size() && isAside(arguments.get(at))) {
                at++;
            }
            return at < arguments.size() ? launches(arguments.subList(at, arguments.size()), depth) : List.of();
        }
        return List.of();
    }

    /** A shell's text that begins with a path starts that file, whatever else it does. */
    private List<Launch> script(String text, int depth) {
        List<String> words = words(text);
        return !words.isEmpty() && words.getFirst().startsWith("/") ? launches(words, depth)
                : List.of(new Launch.Settled(TargetOutcome.INLINE_SCRIPT, ""));
    }

    private static Stream<String> paths(String word) {
        if (word.startsWith("/")) {
            return word.startsWith("/bin/") || word.startsWith("/sbin/") || word.startsWith("/lib/") ? Stream.of(word, "/usr" + word)
                    : Stream.of(word);
        }
        return PATH.stream().map(folder -> folder + "/" + word);
    }

    /** A switch, a setting or a number, which are not what a prefix starts. */
    private static boolean isAside(String word) {
        return word.startsWith("-") || isSetting(word) || isNumber(word);
    }

    private static boolean isSetting(String word) {
        int equals = word.indexOf('=');
        return equals > 0 && word.chars().limit(equals).allMatch(unit -> Character.isLetterOrDigit(unit) || unit == '_');
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(unit -> unit >= '0' && unit <= '9' || unit == '.' || unit == 's' || unit == 'm');
    }

    /** Words as a shell cuts them: single and double quotes and backslashes; nothing is expanded. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean any = false;
        for (int at = 0; at < text.length() && words.size() < MOST_WORDS; at++) {
            char next = text.charAt(at);
            if (quote == 0 && Words.isBlank(next)) {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else if (quote == 0 && (next == '\'' || next == '"')) {
                quote = next;
                any = true;
            } else if (next == quote) {
                quote = 0;
            } else {
                boolean escaped = next == '\\' && quote != '\'' && at + 1 < text.length();
                word.append(escaped ? text.charAt(++at) : next);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }
}
