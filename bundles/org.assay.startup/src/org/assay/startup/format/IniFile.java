package org.assay.startup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.assay.startup.text.Limits;
import org.assay.startup.text.TextFile;

/** {@code [section]} and {@code name=value} lines; a line without an equals sign is a name without a value. */
public final class IniFile implements SettingsFormat {

    @Override
    public String name() {
        return "ini";
    }

    @Override
    public List<Setting> settings(String text, Predicate<String> picked) {
        return settings(text);
    }

    /** The settings of {@code text}, whatever their names. */
    public static List<Setting> settings(String text) {
        List<Setting> settings = new ArrayList<>();
        String section = "";
        for (String raw : TextFile.lines(text)) {
            String line = raw.strip();
            if (line.startsWith("[")) {
                int close = line.indexOf(']');
                section = line.substring(1, close < 0 ? line.length() : close).strip();
            } else if (!line.isEmpty() && line.charAt(0) != ';' && line.charAt(0) != '#') {
                int equals = line.indexOf('=');
                settings.add(equals < 0 ? new Setting(section, Limits.cut(line), "")
                        : new Setting(section, Limits.cut(line.substring(0, equals).strip()),
                                Limits.cut(line.substring(equals + 1).strip())));
            }
        }
        return settings;
    }
}
