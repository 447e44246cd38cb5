package org.assay.startup.systemd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assay.startup.match.LaunchContext;
import org.assay.startup.text.SearchPath;

/**
 * What a unit's commands find around them, as its file and its drop-ins say (systemd.exec(5)).
 *
 * @param specifiers what its percent signs stand for
 * @param launch its root, its working folder, the folders that are searched
 * @param variables its environment
 */
record UnitContext(UnitSpecifiers specifiers, LaunchContext launch, Map<String, String> variables) {

    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)");
    private static final int MAX_LENGTH = 4096;

    /** What {@code files} say, the later ones over the earlier ones. */
    static UnitContext of(List<UnitFile> files, UnitSpecifiers specifiers) {
        String root = last(files, "RootDirectory", specifiers).map(UnitContext::withoutTail).orElse("");
        String folder = last(files, "WorkingDirectory", specifiers).map(text -> text.startsWith("-") ? text.substring(1) : text)
                .orElse("");
        String home = specifiers.fill("%h");
        String user = last(files, "User", specifiers).orElse("root");
        String own = !specifiers.manager().equals("system") ? home : user.equals("root") ? "/root" : "/home/" + user;
        List<String> folders = List.of(folder.equals("~") ? own : folder.isEmpty() && !specifiers.manager().equals("system") ? home
                : folder);
        List<String> searched = new ArrayList<>(last(files, "ExecSearchPath", specifiers).map(text -> Arrays.stream(text.split(":"))
                .filter(each -> each.startsWith("/")).toList()).orElse(List.of()));
        Map<String, String> variables = variables(files, specifiers);
        SearchPath.of(variables.getOrDefault("PATH", ""), List.of()).stream().filter(each -> each.startsWith("/")).forEach(searched::add);
        searched.addAll(SearchPath.USUAL);
        if (!specifiers.manager().equals("system")) {
            searched.add(home + "/.local/bin");
            searched.add(home + "/bin");
        }
        return new UnitContext(specifiers, new LaunchContext(searched, folders, root), variables);
    }

    private static Optional<String> last(List<UnitFile> files, String name, UnitSpecifiers specifiers) {
        return files.stream().flatMap(file -> file.values(name)).reduce((_, later) -> later).filter(value -> !value.isEmpty())
                .map(specifiers::fill);
    }

    private static String withoutTail(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Map<String, String> variables(List<UnitFile> files, UnitSpecifiers specifiers) {
        Map<String, String> variables = new HashMap<>();
        files.stream().flatMap(file -> file.values("Environment")).forEach(value -> {
            if (value.isEmpty()) {
                variables.clear();
            }
            settings(value, specifiers).forEach(setting -> variables.put(setting.substring(0, setting.indexOf('=')),
                    setting.substring(setting.indexOf('=') + 1)));
        });
        return variables;
    }

    /** The settings {@code NAME=VALUE} in one value of {@code Environment=}. */
    static Stream<String> settings(String value, UnitSpecifiers specifiers) {
        return UnitWords.of(value).stream().map(specifiers::fill).filter(word -> word.indexOf('=') > 0);
    }

    /** {@code word}, an argument, with the variables in it that the unit sets; {@code $X} counts only as a whole word. */
    String expand(String word) {
        if (word.startsWith("$") && word.indexOf('{') != 1) {
            return variables.getOrDefault(word.substring(1), word);
        }
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        for (int open = word.indexOf("${"); open >= 0 && expanded.length() < MAX_LENGTH; open = word.indexOf("${", at)) {
            int close = word.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = word.substring(open + 2, close);
            expanded.append(word, at, open).append(variables.getOrDefault(name, word.substring(open, close + 1)));
            at = close + 1;
        }
        String filled = expanded.append(word, at, word.length()).toString();
        // Of a word that systemd leaves alone a shell makes the same.
        return filled.indexOf('$') < 0 || filled.length() > MAX_LENGTH ? filled : VARIABLE.matcher(filled).replaceAll(found -> Matcher
                .quoteReplacement(variables.getOrDefault(found.group(1), found.group())));
    }
}
