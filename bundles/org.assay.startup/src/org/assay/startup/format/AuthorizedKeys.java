package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.text.Limits;
import org.assay.startup.text.TextFile;

/**
 * The keys that may log in (sshd(8), "AUTHORIZED_KEYS FILE FORMAT"), as far as their options run something: {@code command="..."} and
 * what {@code environment="..."} makes programs load.
 */
public final class AuthorizedKeys implements StartupFormat {

    private static final int MAX_LABEL_LENGTH = 60;

    @Override
    public String name() {
        return "authorized-keys";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        List<FileStart> starts = new ArrayList<>();
        for (String raw : TextFile.lines(TextFile.unix(content))) {
            String line = Limits.cut(raw).strip();
            if (!line.startsWith("#") && starts.size() <= Limits.MAX_COMMAND_COUNT) {
                key(line, starts);
            }
        }
        return FileStarts.of(starts);
    }

    private static void key(String line, List<FileStart> starts) {
        EntryDetails details = new EntryDetails("", EntryState.ENABLED, line.substring(line.lastIndexOf(' ') + 1), List.of());
        int at = 0;
        while (at < line.length() && line.charAt(at) != ' ') {
            int open = line.indexOf('"', at);
            int end = next(line, at);
            String name = line.substring(at, open >= 0 && open < end ? open : end).toLowerCase(Locale.ROOT);
            String value = open >= 0 && open < end ? line.substring(open + 1, Math.max(open + 1, end - 1)).replace("\\\"", "\"") : "";
            if (name.equals("command=") && !value.isBlank()) {
                starts.add(FileStart.of("command for " + Limits.cut(details.raw(), MAX_LABEL_LENGTH), value, details));
            } else if (name.equals("environment=") && value.indexOf('=') > 0) {
                starts.addAll(EnvironmentHooks.starts(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1)));
            }
            at = end < line.length() && line.charAt(end) == ',' ? end + 1 : end;
        }
    }

    /** Where the option that begins at {@code from} ends: at a comma or blank outside quotes. */
    private static int next(String line, int from) {
        boolean quoted = false;
        int at = from;
        while (at < line.length() && (quoted || line.charAt(at) != ',' && line.charAt(at) != ' ')) {
            at += line.charAt(at) == '\\' && quoted && at + 1 < line.length() ? 1 : 0;
            quoted ^= line.charAt(at) == '"' && (at == 0 || line.charAt(at - 1) != '\\');
            at++;
        }
        return at;
    }
}
