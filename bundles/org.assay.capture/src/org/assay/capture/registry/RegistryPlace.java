package org.assay.capture.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Space;

/** Turns the paths of registry sources into locations. */
public final class RegistryPlace {

    /** The root of what lies apart from the machine's registry, because nothing tells its place or another file has that. */
    static final String APART = "HIVE";

    /** The root of what was deleted: the location it had follows. */
    static final String DELETED = "DELETED";
    /** The root of policies: what Windows is ordered to write into the registry, and perhaps has not. */
    static final String POLICY = "POLICY";

    private static final String SEPARATOR = "\\/";

    /**
     * What the roots are called in locations. HKEY_CLASSES_ROOT is a view of HKLM\Software\Classes with the user's own classes on top
     * (Microsoft Learn, "HKEY_CLASSES_ROOT Key").
     */
    private static final Map<String, List<String>> ROOTS = Map.ofEntries(
            root("HKEY_LOCAL_MACHINE", "HKLM"), root("HKEY_USERS", "HKU"), root("HKEY_CURRENT_USER", "HKCU"),
            root("HKEY_CURRENT_CONFIG", "HKCC"), root("HKEY_DYN_DATA", "HKDD"), root("HKEY_CLASSES_ROOT", "HKLM", "Software", "Classes"),
            root("HKLM", "HKLM"), root("HKU", "HKU"), root("HKCU", "HKCU"), root("HKCC", "HKCC"), root("HKDD", "HKDD"),
            root("HKCR", "HKLM", "Software", "Classes"), root(APART, APART), root(POLICY, POLICY));

    private static final Set<String> MERGED = Set.of("HKEY_CLASSES_ROOT", "HKCR");

    private RegistryPlace() {
    }

    private static Map.Entry<String, List<String>> root(String spelled, String... location) {
        return Map.entry(spelled, List.of(location));
    }

    /** The key that {@code text} spells, its root long or short; empty when it does not begin with a root. */
    public static Optional<Location> parse(String text) {
        List<String> path = List.of(text.split("\\\\+"));
        return isRooted(path) ? Optional.of(ofRooted(path)) : Optional.empty();
    }

    /** Whether {@code path} begins with a root of the registry. */
    static boolean isRooted(List<String> path) {
        return !path.isEmpty() && ROOTS.containsKey(RegistryName.fold(path.getFirst()));
    }

    /** Whether {@code path} lies in HKEY_CLASSES_ROOT, which shows the machine's classes and a user's in one. */
    static boolean isMergedView(List<String> path) {
        return !path.isEmpty() && MERGED.contains(RegistryName.fold(path.getFirst()));
    }

    /** The key at {@code path}, which begins with a root. */
    static Location ofRooted(List<String> path) {
        return new Location(Space.KEY, joined(ROOTS.get(RegistryName.fold(path.getFirst())), path.subList(1, path.size())));
    }

    /** The key at {@code path} below {@code root}. */
    public static Location below(Location root, List<String> path) {
        return path.isEmpty() ? root : new Location(Space.KEY, joined(root.components(), path));
    }

    /** The same key or value under another root. */
    static Location under(String root, Location location) {
        return new Location(location.space(), joined(List.of(root), location.components()));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }

    /** Equal exactly for keys that {@link Location#sameAs} calls the same. */
    static String identity(Location key) {
        return identity(key.components());
    }

    /** The same for a path of names. */
    static String identity(List<String> names) {
        StringBuilder identity = new StringBuilder();
        for (String name : names) {
            identity.append(RegistryName.fold(name).replace("\\", "\\\\")).append(SEPARATOR);
        }
        return identity.toString();
    }
}
