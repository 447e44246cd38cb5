package org.assay.startup.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.Limits;
import org.assay.startup.text.ShellText;
import org.assay.startup.text.TextFile;

/**
 * Files that set variables: {@code environment(5)}, {@code environment.d(5)}, {@code pam_env.conf(5)}, {@code systemd-system.conf(5)}
 * and their like. Entries are the variables that make programs load something, see {@link EnvironmentHooks}.
 */
public final class EnvironmentFile implements StartupFormat {

    /** What may stand before a setting, with the equals sign where it is part of the same word. */
    private static final List<String> PREFIXES = List.of("DefaultEnvironment=", "ManagerEnvironment=", "Environment=", "OVERRIDE=",
            "DEFAULT=");
    private static final int MAX_VARIABLE_COUNT = 32;
    private static final Set<String> VALUES = Set.of("OVERRIDE=", "DEFAULT=");

    @Override
    public String name() {
        return "environment";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        List<FileStart> starts = new ArrayList<>();
        Map<String, String> variables = new HashMap<>();
        for (String raw : TextFile.lines(TextFile.unix(content))) {
            String line = Limits.cut(raw).strip();
            if (!line.startsWith("#") && !line.startsWith(";") && starts.size() <= Limits.MAX_COMMAND_COUNT) {
                line(filled(line, variables), starts);
            }
        }
        return FileStarts.of(starts);
    }

    /** With the variables of the lines before, as environment.d(5) has them. */
    private static String filled(String line, Map<String, String> variables) {
        String filled = line;
        for (Map.Entry<String, String> each : variables.entrySet()) {
            filled = filled.indexOf('$') < 0 || filled.length() > Limits.MAX_TEXT_LENGTH / 2 ? filled
                    : Limits.cut(filled.replace("${" + each.getKey() + "}", each.getValue()));
        }
        int equals = filled.indexOf('=');
        if (equals > 0 && variables.size() < MAX_VARIABLE_COUNT && filled.indexOf(' ') < 0) {
            variables.put(filled.substring(0, equals), filled.substring(equals + 1));
        }
        return filled;
    }

    private static void line(String line, List<FileStart> starts) {
        List<String> words = ShellText.words(line);
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            String before = PREFIXES.stream().filter(word::startsWith).findFirst().orElse("");
            String rest = word.substring(before.length());
            int equals = rest.indexOf('=');
            if (VALUES.contains(before)) {
                starts.addAll(EnvironmentHooks.starts(words.getFirst(), rest));
            } else if (!before.isEmpty() && rest.indexOf(' ') >= 0) {
                ShellText.words(rest).forEach(inner -> set(inner, starts));
            } else if (equals > 0) {
                set(rest, starts);
            }
        }
    }

    private static void set(String word, List<FileStart> starts) {
        int equals = word.indexOf('=');
        if (equals > 0) {
            starts.addAll(EnvironmentHooks.starts(word.substring(0, equals), word.substring(equals + 1)));
        }
    }
}
