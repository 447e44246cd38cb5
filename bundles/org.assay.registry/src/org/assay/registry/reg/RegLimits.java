package org.assay.registry.reg;

import java.util.List;
import java.util.Optional;

import org.assay.registry.RegistryText;
import org.assay.registry.text.RootKeys;

/** Which names a {@code .reg} file can hold and regedit can create; anything else is a manual step. */
final class RegLimits {

    /** The limits of Windows ("Registry Element Size Limits"): characters of a key name and a value name, levels of a path. */
    private static final int MAX_KEY_NAME = 255;
    private static final int MAX_VALUE_NAME = 16_383;
    private static final int MAX_LEVELS = 512;

    private RegLimits() {
    }

    static Optional<String> refusalOfKey(List<String> path) {
        if (path.isEmpty() || !RootKeys.LONG_NAMES.contains(path.getFirst())) {
            return Optional.of("The key does not start with the full name of a root key such as HKEY_LOCAL_MACHINE.");
        }
        if (path.size() > MAX_LEVELS) {
            return Optional.of("The key is nested deeper than the " + MAX_LEVELS + " levels that Windows allows.");
        }
        return path.stream().skip(1).map(RegLimits::refusalOfComponent).flatMap(Optional::stream).findFirst();
    }

    static Optional<String> refusalOfKeyDeletion(List<String> path) {
        return path.size() == 1 ? Optional.of("A root key is never deleted.") : refusalOfKey(path);
    }

    static Optional<String> refusalOfValue(List<String> key, String name) {
        return refusalOfKey(key).or(() -> refusalOfName("value", name, MAX_VALUE_NAME));
    }

    private static Optional<String> refusalOfComponent(String name) {
        if (name.isEmpty()) {
            return Optional.of("A key in the path has an empty name.");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("The name of the key \"" + RegistryText.visible(name)
                    + "\" contains a backslash, which separates keys in a .reg file.");
        }
        return refusalOfName("key", name, MAX_KEY_NAME);
    }

    private static Optional<String> refusalOfName(String what, String name, int limit) {
        if (name.indexOf('\0') >= 0) {
            return Optional.of(sentence(what, name, "contains a NUL, at which regedit truncates it"));
        }
        if (name.indexOf('\r') >= 0 || name.indexOf('\n') >= 0) {
            return Optional.of(sentence(what, name, "contains a line break, which a .reg file cannot represent reliably"));
        }
        if (name.length() > limit) {
            return Optional.of("The name of a " + what + " is longer than the " + limit + " characters that Windows allows.");
        }
        return Optional.empty();
    }

    private static String sentence(String what, String name, String why) {
        return "The name of the " + what + " \"" + RegistryText.visible(name) + "\" " + why + ".";
    }
}
