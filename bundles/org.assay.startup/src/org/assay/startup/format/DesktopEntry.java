package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.assay.model.startup.EntryDetails;
import org.assay.model.startup.EntryState;
import org.assay.startup.match.FileStart;
import org.assay.startup.match.FileStarts;
import org.assay.startup.match.LaunchContext;
import org.assay.startup.text.TextFile;

/** Reads desktop entries (freedesktop.org, Desktop Entry Specification 1.5 and Desktop Application Autostart Specification 0.5). */
public final class DesktopEntry implements StartupFormat {

    private static final String GROUP = "Desktop Entry";

    @Override
    public String name() {
        return "desktop";
    }

    @Override
    public FileStarts read(FormatPlace place, byte[] content) {
        List<Setting> settings = IniFile.settings(TextFile.unix(content)).stream().filter(each -> each.section().equals(GROUP)).toList();
        Optional<String> exec = value(settings, "Exec");
        if (exec.isEmpty()) {
            return FileStarts.of();
        }
        List<String> remarks = new ArrayList<>();
        value(settings, "TryExec").ifPresent(program -> remarks.add("only where " + program + " is there"));
        value(settings, "OnlyShowIn").ifPresent(desktops -> remarks.add("only in " + desktops));
        value(settings, "NotShowIn").ifPresent(desktops -> remarks.add("not in " + desktops));
        boolean hidden = is(settings, "Hidden", "true") || is(settings, "X-GNOME-Autostart-enabled", "false");
        String command = withoutCodes(unescaped(exec.get()));
        return FileStarts.of(FileStart.of("Exec", command, new EntryDetails("", hidden ? EntryState.DISABLED : EntryState.ENABLED,
                exec.get(), remarks), LaunchContext.in(value(settings, "Path").map(DesktopEntry::unescaped).orElse(""))));
    }

    private static Optional<String> value(List<Setting> settings, String name) {
        return settings.stream().filter(each -> each.name().equals(name)).map(Setting::value).findFirst();
    }

    private static boolean is(List<Setting> settings, String name, String expected) {
        return value(settings, name).map(value -> value.toLowerCase(Locale.ROOT).equals(expected)).orElse(false);
    }

    /** What escapes stand for in a value of type string. */
    private static String unescaped(String value) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            int escape = value.charAt(at) == '\\' && at + 1 < value.length() ? "sntr\\".indexOf(value.charAt(at + 1)) : -1;
            plain.append(escape < 0 ? value.charAt(at) : " \n\t\r\\".charAt(escape));
            at += escape < 0 ? 0 : 1;
        }
        return plain.toString();
    }

    /** Field codes stand for what a user opens; at a login there is nothing to open. */
    private static String withoutCodes(String exec) {
        StringBuilder command = new StringBuilder();
        for (int at = 0; at < exec.length(); at++) {
            boolean code = exec.charAt(at) == '%' && at + 1 < exec.length();
            at += code ? 1 : 0;
            if (!code || exec.charAt(at) == '%') {
                command.append(exec.charAt(at));
            }
        }
        return command.toString().strip();
    }
}
