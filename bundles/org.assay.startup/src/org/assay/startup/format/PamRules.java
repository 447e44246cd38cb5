package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.catalogue.DataKind;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.match.StartupMatch.Start;
import org.assay.startup.text.Limits;
import org.assay.startup.text.TextFile;

/**
 * The rules of PAM (pam.conf(5)): type, control, module and its arguments, in {@code pam.conf} a service before them. Each module is an
 * entry, and so is the program that {@code pam_exec(8)} is told to run and the folder of {@code pam_script}.
 */
public final class PamRules implements StartupFormat {

    private static final Set<String> TYPES = Set.of("auth", "account", "password", "session");
    private static final int MAX_WORD_COUNT = 64;

    @Override
    public String name() {
        return "pam";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        List<FileStart> starts = new ArrayList<>();
        for (String raw : TextFile.lines(TextFile.unix(content).replace("\\\n", " "))) {
            String line = Limits.cut(raw).strip();
            if (!line.isEmpty() && !line.startsWith("#") && starts.size() < Limits.MAX_COMMAND_COUNT) {
                rule(place, line, starts);
            }
        }
        return FileStarts.of(starts);
    }

    private static void rule(FormatPlace place, String line, List<FileStart> starts) {
        List<String> words = words(line);
        int type = 0;
        while (type < Math.min(2, words.size()) && !TYPES.contains(words.get(type).replaceFirst("^-", ""))) {
            type++;
        }
        if (type + 2 >= words.size() || type == 2) {
            return;
        }
        String control = words.get(type + 1);
        String module = words.get(type + 2);
        if (control.equals("include") || control.equals("substack")) {
            return;
        }
        EntryDetails details = new EntryDetails("", EntryState.ENABLED, line, List.of());
        starts.add(place.start(module.substring(module.lastIndexOf('/') + 1), module, details));
        List<String> arguments = words.subList(type + 3, words.size());
        if (module.endsWith("pam_exec.so")) {
            arguments.stream().filter(word -> word.startsWith("/") || word.startsWith("[/")).findFirst().map(arguments::indexOf)
                    .ifPresent(at -> starts.add(FileStart.of("pam_exec", arguments.subList(at, arguments.size()).stream()
                            .map(word -> "'" + word.replaceAll("^\\[|\\]$", "").replace("'", "'\\''") + "'")
                            .collect(Collectors.joining(" ")), details)));
        } else if (module.endsWith("pam_script.so")) {
            Stream<String> own = arguments.stream().filter(word -> word.startsWith("dir=")).map(word -> word.substring(4));
            Stream.concat(own, Stream.of("/usr/share/libpam-script", "/etc/pam-script")).limit(2).forEach(folder -> starts.add(
                    new FileStart("pam_script", folder, new Start.Names(folder, DataKind.DROP_INS, LaunchContext.USUAL), details)));
        }
    }

    /** At blanks; a control in brackets is one word. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length() && words.size() < MAX_WORD_COUNT) {
            int end = line.charAt(at) == '[' ? line.indexOf(']', at) + 1 : at;
            end = Math.max(end, at);
            while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
                end++;
            }
            words.add(line.substring(at, end));
            while (end < line.length() && Character.isWhitespace(line.charAt(end))) {
                end++;
            }
            at = end;
        }
        return words;
    }
}
