package org.assay.startup.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.Limits;
import org.assay.startup.text.ShellText;
import org.assay.startup.text.TextFile;

/**
 * A script that shells read when they start. Of what it runs only those commands are entries that name a file by a path, what it reads
 * in turn ({@code source}, {@code .}), and variables that make programs load something: names without a path are the system's own
 * programs or the shell's, and would be noise.
 */
public final class ShellStartup implements StartupFormat {

    private static final Set<String> READING = Set.of(".", "source");
    private static final Set<String> SETTING = Set.of("export", "setenv", "set", "declare", "typeset", "local", "env");
    private static final int MAX_ENTRY_COUNT = 200;
    private static final int MAX_FOLDER_COUNT = 8;

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        Set<FileStart> starts = new LinkedHashSet<>();
        List<String> folders = new ArrayList<>();
        String joined = TextFile.unix(content).replace("\\\n", " ");
        for (String line : TextFile.lines(joined)) {
            if (starts.size() < MAX_ENTRY_COUNT && !line.isBlank() && !line.stripLeading().startsWith("#")) {
                ShellText.commands(Limits.cut(line)).forEach(words -> command(place, words, folders, starts));
            }
        }
        return FileStarts.of(List.copyOf(starts).subList(0, Math.min(starts.size(), MAX_ENTRY_COUNT)));
    }

    /** {@code folders} are those that the script went to so far, the last first. */
    private static void command(FormatPlace place, List<String> words, List<String> folders, Set<FileStart> starts) {
        if (words.size() == 2 && (words.getFirst().equals("cd") || words.getFirst().equals("pushd")) && words.get(1).startsWith("/")
                && folders.size() < MAX_FOLDER_COUNT) {
            folders.addFirst(words.get(1));
        }
        int at = 0;
        while (at < words.size() && (SETTING.contains(words.get(at)) || isSetting(words.get(at)))) {
            setting(words, at, starts);
            at++;
        }
        List<String> left = words.subList(at, words.size());
        boolean reads = left.size() > 1 && READING.contains(left.getFirst());
        boolean traps = left.size() > 2 && left.getFirst().equals("trap") && left.get(1).indexOf('/') >= 0;
        boolean named = reads || traps || left.stream().anyMatch(ShellStartup::isPath);
        if (!left.isEmpty() && named && !left.getFirst().startsWith("[")) {
            String text = Limits.cut(String.join(" ", left));
            starts.add(place.start(text, quoted(left), text).orIn(folders));
        }
    }

    private static void setting(List<String> words, int at, Set<FileStart> starts) {
        String word = words.get(at);
        int equals = word.indexOf('=');
        if (equals > 0) {
            starts.addAll(EnvironmentHooks.starts(word.substring(0, equals), word.substring(equals + 1)));
        } else if (word.equals("setenv") && at + 2 < words.size()) {
            starts.addAll(EnvironmentHooks.starts(words.get(at + 1), words.get(at + 2)));
        }
    }

    private static boolean isSetting(String word) {
        int equals = word.indexOf('=');
        return equals > 0 && word.chars().limit(equals).allMatch(unit -> Character.isLetterOrDigit(unit) || unit == '_');
    }

    /** A path of its own, not an option's, and nothing that only a running shell can tell. */
    private static boolean isPath(String word) {
        boolean rooted = word.startsWith("/") || word.startsWith("~/") || word.startsWith("./");
        return rooted && !word.startsWith("/dev/") && word.indexOf('$') < 0 && word.indexOf('`') < 0;
    }

    private static String quoted(List<String> words) {
        List<String> all = new ArrayList<>();
        words.forEach(word -> all.add("'" + word.replace("'", "'\\''") + "'"));
        return Limits.cut(String.join(" ", all));
    }
}
