package org.assay.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.RegistryName;
import org.assay.model.Space;

/** Turns the paths of registry sources into locations. */
final class RegistryPlace {

    /**
     * What the roots are called in locations. HKEY_CLASSES_ROOT is a view of HKLM\Software\Classes with the user's own classes on top
     * (Microsoft Learn, "HKEY_CLASSES_ROOT Key").
     */
    private static final Map<String, List<String>> ROOTS = Map.ofEntries(
            root("HKEY_LOCAL_MACHINE", "HKLM"), root("HKEY_USERS", "HKU"), root("HKEY_CURRENT_USER", "HKCU"),
            root("HKEY_CURRENT_CONFIG", "HKCC"), root("HKEY_DYN_DATA", "HKDD"), root("HKEY_CLASSES_ROOT", "HKLM", "Software", "Classes"),
            root("HKLM", "HKLM"), root("HKU", "HKU"), root("HKCU", "HKCU"), root("HKCC", "HKCC"), root("HKDD", "HKDD"),
            root("HKCR", "HKLM", "Software", "Classes"), root("HIVE", "HIVE"));

    private RegistryPlace() {
    }

    private static Map.Entry<String, List<String>> root(String spelled, String... location) {
        return Map.entry(spelled, List.of(location));
    }

    /** The key that {@code text} spells, its root long or short; empty when it does not begin with a root. */
    static Optional<Location> parse(String text) {
        List<String> path = List.of(text.split("\\\\+"));
        return isRooted(path) ? Optional.of(ofRooted(path)) : Optional.empty();
    }

    /** Whether {@code path} begins with a root of the registry. */
    private static boolean isRooted(List<String> path) {
        return !path.isEmpty() && ROOTS.containsKey(RegistryName.fold(path.getFirst()));
    }

    /** The key at {@code path}, which begins with a root. */
    static Location ofRooted(List<String> path) {
        return new Location(Space.KEY, joined(ROOTS.get(RegistryName.fold(path.getFirst())), path.subList(1, path.size())));
    }

    /** The key at {@code path} below {@code root}. */
    static Location below(Location root, List<String> path) {
        return path.isEmpty() ? root : new Location(Space.KEY, joined(root.components(), path));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }

    /** Equal exactly for locations that {@link Location#sameAs} calls the same; takes less memory than the location. */
    static String identity(Location location) {
        StringBuilder identity = new StringBuilder();
        for (String component : location.components()) {
            identity.append(RegistryName.fold(component).replace("\\", "\\\\")).append("\\/");
        }
        return identity.toString();
    }
}
