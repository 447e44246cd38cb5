package org.assay.compare.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.assay.compare.explain.RowFile;
import org.assay.model.Location;
import org.assay.model.Severity;

/** The settings that are known to weaken a machine; {@code weak-settings.tsv} lists them. */
public final class WeakSettings {

    private static final String ANY = "*";
    private static final List<WeakSetting> ALL = RowFile.read(WeakSettings.class, "weak-settings.tsv", 6).stream().map(WeakSetting::of)
            .toList();
    private static final Map<String, List<WeakSetting>> BY_NAME = byName();

    /**
     * A setting that is weak now and was not before.
     *
     * @param sentence what it is and was, what that means, and what would be safe
     */
    public record Weakened(Severity severity, String sentence) {
    }

    private WeakSettings() {
    }

    private static Map<String, List<WeakSetting>> byName() {
        Map<String, List<WeakSetting>> byName = new HashMap<>();
        ALL.forEach(setting -> byName.computeIfAbsent(setting.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(setting));
        return byName;
    }

    /**
     * What became weak.
     *
     * @param holder the key or file that holds the setting
     * @param name the setting's name as it stands there
     * @param before its value as text; empty where it was not there
     * @param after its value now; empty where it is gone
     */
    public static Optional<Weakened> judge(Location holder, String name, Optional<String> before, Optional<String> after) {
        List<WeakSetting> named = new ArrayList<>(BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        named.addAll(BY_NAME.getOrDefault(ANY, List.of()));
        return named.stream().filter(setting -> setting.isAt(holder.components(), holder.space().isFile()))
                .filter(setting -> before.filter(setting::isWeak).isEmpty())
                .filter(setting -> after.map(setting::isWeak).orElse(before.isPresent() && setting.isWeakWhenGone()))
                .findFirst().map(setting -> weakened(setting, name, before, after));
    }

    private static Weakened weakened(WeakSetting setting, String name, Optional<String> before, Optional<String> after) {
        String what = name.isEmpty() ? "(Default)" : name;
        String now = after.map(value -> " is " + value + before.map(was -> " (before: " + was + ")").orElse(", and was not set before"))
                .orElse(" is gone (before: " + before.orElse("") + ")");
        return new Weakened(setting.severity(), what + now + ": " + setting.meaning() + ". Safe: " + setting.safe() + ".");
    }
}
