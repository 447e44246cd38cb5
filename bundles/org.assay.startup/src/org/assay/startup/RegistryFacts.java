package org.assay.startup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.RegistryName;

/**
 * What the registry says of names that commands use instead of paths: services, class ids, App Paths. Collected from the values that the
 * catalogue names; of two values for one name the current control set's and the first counts.
 */
final class RegistryFacts {

    private final Map<String, String> services = new HashMap<>();
    private final Map<String, String> serviceLibraries = new HashMap<>();
    private final Map<String, String> appPaths = new HashMap<>();
    private final Map<String, Server> userClasses = new HashMap<>();
    private final Map<String, Server> machineClasses = new HashMap<>();

    /**
     * What a class id stands for.
     *
     * @param library whether {@code text} names a library rather than a command
     * @param redirects whether {@code text} is another class id
     */
    record Server(String text, boolean library, boolean redirects) {
    }

    /** Takes notice of the value at {@code where} with the data {@code text}. */
    void see(Location where, String text) {
        List<String> names = where.components();
        int last = names.size() - 1;
        if (text.isBlank() || last < 3) {
            return;
        }
        switch (RegistryName.fold(where.name())) {
            case "IMAGEPATH" -> service(services, names, last - 2, text);
            case "SERVICEDLL" -> service(serviceLibraries, names, isNamed(names, last - 1, "PARAMETERS") ? last - 3 : last - 2, text);
            case "" -> defaultValue(names, last, text);
            default -> {
            }
        }
    }

    /** The command of the service {@code name}; empty when it is not known. */
    Optional<String> service(String name) {
        return Optional.ofNullable(services.get(RegistryName.fold(name)));
    }

    /** The library that {@code svchost} loads for the service {@code name}. */
    Optional<String> serviceLibrary(String name) {
        return Optional.ofNullable(serviceLibraries.get(RegistryName.fold(name)));
    }

    /** The path that App Paths gives for a program's name, with or without {@code .exe}. */
    Optional<String> appPath(String name) {
        String folded = RegistryName.fold(name);
        return Optional.ofNullable(appPaths.getOrDefault(folded, appPaths.get(folded + ".EXE")));
    }

    /** What the class id stands for, the user's own classes before the machine's. TreatAs is followed once. */
    Optional<Server> server(String classId) {
        Server server = find(RegistryName.fold(classId));
        if (server != null && server.redirects()) {
            server = find(RegistryName.fold(server.text().trim()));
        }
        return server == null || server.redirects() ? Optional.empty() : Optional.of(server);
    }

    /** Whether a user's own class takes the place of a machine's class. */
    boolean isShadowed(String classId) {
        String folded = RegistryName.fold(classId);
        return userClasses.containsKey(folded) && machineClasses.containsKey(folded);
    }

    private Server find(String folded) {
        return userClasses.getOrDefault(folded, machineClasses.get(folded));
    }

    private static void service(Map<String, String> map, List<String> names, int parent, String text) {
        if (isNamed(names, parent, "SERVICES")) {
            String name = RegistryName.fold(names.get(parent + 1));
            if (isNamed(names, 2, "CURRENTCONTROLSET")) {
                map.put(name, text);
            } else {
                map.putIfAbsent(name, text);
            }
        }
    }

    private void defaultValue(List<String> names, int last, String text) {
        String key = RegistryName.fold(names.get(last - 1));
        if (isNamed(names, last - 2, "APP PATHS")) {
            appPaths.putIfAbsent(key, text);
        } else if (last > 3 && isNamed(names, last - 3, "CLSID")) {
            Map<String, Server> classes = isNamed(names, 0, "HKLM") || isNamed(names, 0, "HKCR") ? machineClasses : userClasses;
            String id = RegistryName.fold(names.get(last - 2));
            switch (key) {
                case "TREATAS" -> classes.put(id, new Server(text, false, true));
                case "INPROCSERVER32" -> classes.merge(id, new Server(text, true, false),
                        (old, made) -> old.redirects() || old.library() ? old : made);
                case "LOCALSERVER32" -> classes.putIfAbsent(id, new Server(text, false, false));
                default -> {
                }
            }
        }
    }

    private static boolean isNamed(List<String> names, int at, String folded) {
        return at >= 0 && at < names.size() && RegistryName.fold(names.get(at)).equals(folded);
    }
}
