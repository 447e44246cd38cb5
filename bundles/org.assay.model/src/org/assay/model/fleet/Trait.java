package org.assay.model.fleet;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Space;

/** What kind of difference between machines a change is; those that may explain why a machine was spared come first. */
public enum Trait {
    POLICY("policy"), HOTFIX("hotfix"), SERVICE("service"), PROGRAM("program"), SETTING("registry value"), KEY("registry key"),
    FILE("file");

    private static final Set<String> HOTFIX_KEYS = Set.of("HOTFIX", "UPDATES");

    private final String label;

    Trait(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** What a change at {@code location} is. */
    public static Trait of(Location location) {
        if (location.space().isFile()) {
            return FILE;
        }
        List<String> names = location.components().stream().map(RegistryName::fold).map(name -> name.toUpperCase(Locale.ROOT)).toList();
        if (names.contains("POLICIES")) {
            return POLICY;
        }
        if (names.stream().anyMatch(HOTFIX_KEYS::contains) || names.stream().anyMatch(name -> name.matches("(KB|Q)\\d{6,7}"))) {
            return HOTFIX;
        }
        if (names.contains("SERVICES") && names.contains("CURRENTCONTROLSET")) {
            return SERVICE;
        }
        if (names.contains("UNINSTALL") || names.contains("APP PATHS")) {
            return PROGRAM;
        }
        return location.space() == Space.VALUE ? SETTING : KEY;
    }
}
