package org.assay.startup.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a shell's text has set so far, as far as that can be told without running it: variables, the folders in which it looks for
 * programs, the folder that it went to. Each command is taken as if it ran, in the text's order.
 */
public final class ShellState {

    private static final int MAX_VARIABLE_COUNT = 64;
    private static final int MAX_LENGTH = 4096;
    private static final Set<String> SETTING = Set.of("export", "declare", "typeset", "local", "readonly", "setenv", "set");
    private static final Set<String> GOING = Set.of("cd", "chdir", "pushd");

    private final Map<String, String> variables = new HashMap<>();
    private List<String> path;
    private List<String> once;
    private String folder = "";

    /** The state of a shell that is started with this search path; empty for the usual one. */
    public ShellState(List<String> path) {
        this.path = List.copyOf(path);
        this.once = this.path;
    }

    /** Takes a simple command, and gives its words with the variables in them that are known. */
    public List<String> take(List<String> spelled) {
        List<String> words = spelled.stream().map(this::filled).toList();
        int at = 0;
        while (at < words.size() && isSetting(words.get(at))) {
            at++;
        }
        once = path;
        List<String> rest = words.subList(at, words.size());
        if (rest.isEmpty()) {
            words.forEach(this::set);
            once = path;
        } else if (SETTING.contains(rest.getFirst()) || rest.getFirst().equals("fish_add_path")) {
            sets(rest);
            once = path;
        } else {
            words.subList(0, at).stream().filter(word -> word.startsWith("PATH=")).forEach(word -> once = SearchPath.of(word.substring(5),
                    path));
            go(rest);
        }
        return words;
    }

    /** Where the command that was taken last looks for programs; empty for the usual folders. */
    public List<String> path() {
        return once;
    }

    /** The folder that the text went to; none while it went nowhere. */
    public List<String> folders() {
        return folder.isEmpty() ? List.of() : List.of(folder);
    }

    /** What {@code export}, {@code setenv}, {@code set} of csh and fish and {@code fish_add_path} set. */
    private void sets(List<String> words) {
        List<String> plain = words.stream().skip(1).filter(word -> !word.startsWith("-") && !word.equals("=")).toList();
        if (words.getFirst().equals("fish_add_path")) {
            path = SearchPath.of(String.join(":", plain) + ":$PATH", path);
        } else if (plain.stream().anyMatch(ShellState::isSetting)) {
            plain.forEach(this::set);
        } else if (plain.size() > 1 && words.getFirst().startsWith("set")) {
            put(plain.getFirst(), String.join(":", plain.subList(1, plain.size())));
        }
    }

    private void set(String word) {
        int equals = word.indexOf('=');
        if (isSetting(word)) {
            put(word.substring(0, equals), word.substring(equals + 1));
        }
    }

    private void put(String name, String value) {
        if (name.equals("PATH") || name.equals("path")) {
            path = SearchPath.of(value, path);
        } else if (name.equals("PATH+") || name.equals("path+")) {
            path = SearchPath.of("$PATH:" + value, path);
        } else if (variables.size() < MAX_VARIABLE_COUNT || variables.containsKey(name)) {
            variables.put(name, value);
        }
    }

    private void go(List<String> words) {
        String to = words.getLast();
        if (words.size() < 2 || !GOING.contains(words.getFirst()) || to.indexOf('$') >= 0 || to.equals("-") || to.length() > MAX_LENGTH) {
            return;
        }
        boolean rooted = to.startsWith("/") || to.equals("~") || to.startsWith("~/") || folder.isEmpty();
        folder = rooted ? to : Limits.cut(folder + "/" + to, MAX_LENGTH);
    }

    /** With the variables that were set before, the defaults of others ({@code ${X:-y}}), and the home as a tilde. */
    private String filled(String word) {
        String text = word.startsWith("$HOME/") || word.equals("$HOME") ? "~" + word.substring(5)
                : word.startsWith("${HOME}") ? "~" + word.substring(7) : word;
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length() && filled.length() < MAX_LENGTH) {
            int end = text.charAt(at) == '$' ? end(text, at) : at;
            if (end > at) {
                filled.append(value(text.substring(at, end)));
                at = end;
            } else {
                filled.append(text.charAt(at++));
            }
        }
        return filled.append(text, at, text.length()).toString();
    }

    /** Where the variable ends that begins at {@code at}; {@code at} itself where none does. */
    private static int end(String text, int at) {
        if (text.startsWith("${", at)) {
            int close = text.indexOf('}', at);
            return close < 0 ? at : close + 1;
        }
        int end = at + 1;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return end == at + 1 ? at : end;
    }

    private String value(String spelled) {
        String inner = spelled.startsWith("${") ? spelled.substring(2, spelled.length() - 1) : spelled.substring(1);
        int end = 0;
        while (end < inner.length() && isOfName(inner.charAt(end))) {
            end++;
        }
        String known = variables.get(inner.substring(0, end));
        String rest = inner.substring(end);
        boolean fallback = rest.startsWith(":-") || rest.startsWith(":=") || rest.startsWith("-") || rest.startsWith("=");
        String otherwise = rest.replaceFirst("^:?[-=]", "");
        if (known == null && fallback && rest.indexOf('=') >= 0 && rest.indexOf('=') < 2 && end > 0) {
            put(inner.substring(0, end), otherwise);
        }
        return known != null && (rest.isEmpty() || fallback) ? known : fallback && known == null ? otherwise : spelled;
    }

    private static boolean isOfName(char unit) {
        return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z' || unit >= '0' && unit <= '9' || unit == '_';
    }

    /** Whether a word sets a variable: a name, an equals sign, a value; a plus before the sign adds to what there is. */
    public static boolean isSetting(String word) {
        int equals = word.indexOf('=');
        int end = equals > 1 && word.charAt(equals - 1) == '+' ? equals - 1 : equals;
        return end > 0 && word.chars().limit(end).allMatch(unit -> isOfName((char) unit));
    }
}
