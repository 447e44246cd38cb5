package org.assay.registry.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * The names that a key path of a {@code .reg} file can start with. They are compared without regard to case, but only among ASCII letters:
 * U+212A is no K here.
 */
public final class RootKeys {

    /** The only names regedit accepts. */
    public static final List<String> LONG_NAMES = List.of("HKEY_LOCAL_MACHINE", "HKEY_USERS", "HKEY_CLASSES_ROOT", "HKEY_CURRENT_CONFIG",
            "HKEY_CURRENT_USER", "HKEY_DYN_DATA");

    private static final Map<String, String> ALIASES = Map.of("HKLM", "HKEY_LOCAL_MACHINE", "HKU", "HKEY_USERS",
            "HKCR", "HKEY_CLASSES_ROOT", "HKCC", "HKEY_CURRENT_CONFIG", "HKCU", "HKEY_CURRENT_USER", "HKDD", "HKEY_DYN_DATA");

    private RootKeys() {
    }

    /** The long name as in {@link #LONG_NAMES} for any spelling of it. */
    public static Optional<String> longName(String spelled) {
        return LONG_NAMES.stream().filter(name -> sameAscii(name, spelled)).findFirst();
    }

    /** The long name for a short one such as {@code HKLM}, which {@code reg import} accepts and regedit does not. */
    public static Optional<String> ofAlias(String spelled) {
        return ALIASES.entrySet().stream().filter(entry -> sameAscii(entry.getKey(), spelled)).map(Entry::getValue).findFirst();
    }

    /** The names in a path; doubled, leading and trailing separators are ignored. */
    public static List<String> components(String path) {
        return Arrays.stream(path.split("\\\\")).filter(component -> !component.isEmpty()).toList();
    }

    /** The path that starts with a long name for one such as {@code \REGISTRY\MACHINE\X} or {@code machine\X}. */
    public static Optional<List<String>> ofKernelPath(List<String> path) {
        int first = !path.isEmpty() && sameAscii("REGISTRY", path.getFirst()) ? 1 : 0;
        if (path.size() <= first) {
            return Optional.empty();
        }
        boolean machine = sameAscii("MACHINE", path.get(first));
        if (!machine && !(first == 1 && sameAscii("USER", path.get(first)))) {
            return Optional.empty();
        }
        List<String> absolute = new ArrayList<>(List.of(machine ? "HKEY_LOCAL_MACHINE" : "HKEY_USERS"));
        absolute.addAll(path.subList(first + 1, path.size()));
        return Optional.of(List.copyOf(absolute));
    }

    private static boolean sameAscii(String upper, String spelled) {
        if (upper.length() != spelled.length()) {
            return false;
        }
        for (int i = 0; i < upper.length(); i++) {
            char c = spelled.charAt(i);
            if (upper.charAt(i) != (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)) {
                return false;
            }
        }
        return true;
    }
}
