package org.assay.startup.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.Limits;
import org.assay.startup.text.SearchPath;
import org.assay.startup.text.ShellState;
import org.assay.startup.text.ShellText;
import org.assay.startup.text.TextFile;

/**
 * A script that shells read when they start. Of what it runs only those commands are entries that name a file by a path, what it reads
 * in turn ({@code source}, {@code .}), aliases, and variables that make programs load something. Names without a path are the system's own
 * programs or the shell's, and would be noise; they are told where they lead into a folder that the script itself put into the search path.
 */
public final class ShellStartup implements StartupFormat {

    private static final Set<String> READING = Set.of(".", "source");
    /** All that stands behind them is names and values. */
    private static final Set<String> SETTING = Set.of("export", "setenv", "set", "declare", "typeset", "local", "readonly");
    private static final int MAX_ENTRY_COUNT = 200;

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        Set<FileStart> starts = new LinkedHashSet<>();
        ShellState state = new ShellState(List.of());
        String joined = TextFile.unix(content).replace("\\\n", " ");
        for (String line : TextFile.lines(joined)) {
            if (starts.size() < MAX_ENTRY_COUNT && !line.isBlank() && !line.stripLeading().startsWith("#")) {
                ShellText.commands(Limits.cut(line)).forEach(words -> command(place, state.take(words), state, starts));
            }
        }
        return FileStarts.of(List.copyOf(starts).subList(0, Math.min(starts.size(), MAX_ENTRY_COUNT)));
    }

    private static void command(FormatPlace place, List<String> words, ShellState state, Set<FileStart> starts) {
        int at = 0;
        while (at < words.size() && (isSetting(words.get(at)) || at > 0 && setsAll(words))) {
            setting(words, at, starts);
            at++;
        }
        List<String> left = words.subList(at, words.size());
        if (left.isEmpty() || left.getFirst().startsWith("[")) {
            return;
        }
        if (left.getFirst().equals("alias")) {
            left.stream().skip(1).filter(word -> word.indexOf('=') > 0).forEach(word -> starts.add(place.start("alias "
                    + word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1), word)));
            return;
        }
        boolean reads = left.size() > 1 && READING.contains(left.getFirst());
        boolean traps = left.size() > 2 && left.getFirst().equals("trap") && left.get(1).indexOf('/') >= 0;
        String text = Limits.cut(String.join(" ", left));
        FileStart start = place.start(text, quoted(left), text).firstIn(state.folders());
        if (reads || traps || left.stream().anyMatch(ShellStartup::isPath)) {
            starts.add(start.searching(state.path()));
        } else if (left.getFirst().indexOf('$') < 0) {
            // Only what stands in the way of the system's programs: their names alone would be noise.
            List<String> own = state.path().stream().filter(folder -> !SearchPath.USUAL.contains(folder)).toList();
            if (!own.isEmpty()) {
                starts.add(start.searching(own).otherwise());
            }
        }
    }

    /** In sh, {@code set --} sets what {@code "$@"} then runs. */
    private static boolean setsAll(List<String> words) {
        return SETTING.contains(words.getFirst()) && !words.contains("--");
    }

    private static boolean isSetting(String word) {
        return SETTING.contains(word) || word.equals("env") || ShellState.isSetting(word);
    }

    private static void setting(List<String> words, int at, Set<FileStart> starts) {
        String word = words.get(at);
        int equals = word.indexOf('=');
        if (equals > 0) {
            starts.addAll(EnvironmentHooks.starts(word.substring(0, equals), word.substring(equals + 1)));
        } else if (word.equals("setenv") && at + 2 < words.size()) {
            starts.addAll(EnvironmentHooks.starts(words.get(at + 1), words.get(at + 2)));
        } else if (word.equals("set") && at + 2 < words.size()) {
            List<String> plain = words.stream().skip(at + 1L).filter(each -> !each.startsWith("-")).toList();
            starts.addAll(plain.isEmpty() ? List.of() : EnvironmentHooks.starts(plain.getFirst(),
                    String.join(":", plain.subList(1, plain.size()))));
        }
    }

    /** A path of its own, not an option's, and nothing that only a running shell can tell. */
    private static boolean isPath(String word) {
        boolean rooted = word.startsWith("/") || word.startsWith("~/") || word.startsWith("./") || word.startsWith("../");
        return rooted && !word.startsWith("/dev/") && word.indexOf('$') < 0 && word.indexOf('`') < 0;
    }

    private static String quoted(List<String> words) {
        List<String> all = new ArrayList<>();
        words.forEach(word -> all.add("'" + word.replace("'", "'\\''") + "'"));
        return Limits.cut(String.join(" ", all));
    }
}
