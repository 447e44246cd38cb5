package org.assay.startup.format;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All formats of settings. */
public final class SettingsFormats {

    public static final List<SettingsFormat> ALL = List.of(new IniFile(), new DirectiveFile());

    private SettingsFormats() {
    }

    /** The names that a catalogue may give. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (SettingsFormat format : ALL) {
            names.add(format.name());
        }
        return names;
    }

    /** The format that a catalogue calls {@code name}; empty when that is none of settings. */
    public static Optional<SettingsFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
