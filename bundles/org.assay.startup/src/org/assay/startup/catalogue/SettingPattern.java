package org.assay.startup.catalogue;

import java.util.Optional;

import org.assay.model.text.RegistryName;

/**
 * Selects values of a key or settings of a text file, without case.
 *
 * @param section the section a setting must stand in; empty for any, and for registry values
 * @param name the value's or setting's name; the empty name is a key's default value
 */
public record SettingPattern(Optional<NamePattern> section, NamePattern name) {

    private static final String DEFAULT = "(Default)";

    /** Reads {@code name}, {@code [section] name} or {@code (Default)}. */
    public static SettingPattern parse(String text) {
        int close = text.startsWith("[") ? text.indexOf("] ") : -1;
        if (close > 0) {
            return new SettingPattern(Optional.of(pattern(text.substring(1, close))), pattern(text.substring(close + 2)));
        }
        return new SettingPattern(Optional.empty(), text.equals(DEFAULT) ? NamePattern.literal("") : pattern(text));
    }

    /** Whether a registry value of this name is meant. */
    public boolean accepts(String valueName) {
        return name.accepts(RegistryName.fold(valueName));
    }

    /** Whether a setting of this name in this section is meant. */
    public boolean accepts(String inSection, String settingName) {
        return section.map(required -> required.accepts(RegistryName.fold(inSection))).orElse(true) && accepts(settingName);
    }

    /** How far it is from naming one thing, weighed lightly against the path's. */
    int vagueness() {
        return (name.vagueness() + section.map(NamePattern::vagueness).orElse(0)) / 10;
    }

    private static NamePattern pattern(String text) {
        return NamePattern.parse(text, RegistryName::fold);
    }
}
