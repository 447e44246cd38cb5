package org.assay.capture.registry;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.text.RegistryName;
import org.assay.registry.RegistryKey;
import org.assay.registry.format.RegistryFormat;

/** Finds out which part of the registry a hive holds: by the name it had on its machine, by its file's name, by its first keys. */
public final class HiveRoot {

    /** A hive by its usual name and by keys that lie below its root and, together, below no other's ("Registry Hives", Microsoft Learn). */
    private record Known(String name, Location location, Set<String> keys) {

        /** {@code NTUSER.DAT} and {@code ntuser (2)} are called {@code NTUSER}; {@code SAMPLE} is not called {@code SAM}. */
        boolean isNamed(String file) {
            return file.startsWith(name) && (file.length() == name.length() || !Character.isLetter(file.charAt(name.length())));
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known("NTUSER", Location.key("HKCU"), Set.of("SOFTWARE", "CONTROL PANEL")),
            new Known("USRCLASS", Location.key("HKCU", "Software", "Classes"), Set.of("LOCAL SETTINGS")),
            new Known("SYSTEM", Location.key("HKLM", "SYSTEM"), Set.of("SELECT", "CONTROLSET001")),
            new Known("SOFTWARE", Location.key("HKLM", "SOFTWARE"), Set.of("CLASSES", "MICROSOFT")),
            new Known("SECURITY", Location.key("HKLM", "SECURITY"), Set.of("POLICY", "RXACT")),
            new Known("SAM", Location.key("HKLM", "SAM"), Set.of("SAM")),
            new Known("DEFAULT", Location.key("HKU", ".DEFAULT"), Set.of("SOFTWARE", "CONTROL PANEL")),
            new Known("BCD", Location.key("HKLM", "BCD00000000"), Set.of("DESCRIPTION", "OBJECTS")),
            new Known("AMCACHE", Location.key("HKLM", "AMCACHE"), Set.of("ROOT")),
            new Known("COMPONENTS", Location.key("HKLM", "COMPONENTS"), Set.of("CANONICALDATA", "DERIVEDDATA")),
            new Known("DRIVERS", Location.key("HKLM", "DRIVERS"), Set.of("DRIVERDATABASE")));

    private HiveRoot() {
    }

    /**
     * The location of the root key of a file whose format names none; {@code HIVE\} and the file's name when nothing tells.
     *
     * @param folder what the folder is called that holds the file
     * @throws IOException when the file cannot be read
     * @throws org.assay.registry.RegistryException when it is not of this format
     */
    public static Location of(RegistryFile file, String folder, RegistryFormat format) throws IOException {
        return switch (format) {
            case CREG -> ofOldHive(file);
            case POLICY -> ofPolicy(file, folder);
            case HIVE -> ofHive(file);
            case REG, WINE, QUERY -> apart(file);
        };
    }

    /** SYSTEM.DAT is the machine; USER.DAT has the users below its root. */
    private static Location ofOldHive(RegistryFile hive) throws IOException {
        String name = RegistryName.fold(hive.entry().name());
        Set<String> keys = firstKeys(hive, RegistryFormat.CREG);
        if (keys.contains(".DEFAULT") || name.startsWith("USER")) {
            return Location.key("HKU");
        }
        return keys.contains("SOFTWARE") || name.startsWith("SYSTEM") ? Location.key("HKLM") : apart(hive);
    }

    /** The folder of a policy says whom it is for. */
    private static Location ofPolicy(RegistryFile policy, String folder) {
        return List.of("MACHINE", "USER").contains(RegistryName.fold(folder)) ? Location.key(RegistryPlace.POLICY, folder) : apart(policy);
    }

    private static Location apart(RegistryFile file) {
        return Location.key(RegistryPlace.APART, file.entry().name());
    }

    private static Location ofHive(RegistryFile hive) throws IOException {
        String embedded = hive.header().fileName();
        Optional<Location> root = named(embedded.substring(embedded.lastIndexOf('\\') + 1)).or(() -> named(hive.entry().name()));
        if (root.isPresent()) {
            return root.get();
        }
        return withKeys(firstKeys(hive, RegistryFormat.HIVE)).orElseGet(() -> apart(hive));
    }

    private static Optional<Location> named(String file) {
        String folded = RegistryName.fold(file);
        return KNOWN.stream().filter(known -> known.isNamed(folded)).findFirst().map(Known::location);
    }

    private static Optional<Location> withKeys(Set<String> keys) {
        return KNOWN.stream().filter(known -> keys.containsAll(known.keys())).findFirst().map(Known::location);
    }

    private static Set<String> firstKeys(RegistryFile hive, RegistryFormat format) throws IOException {
        Set<String> keys = new HashSet<>();
        hive.read(format, false, new SilentRegistrySink() {
            @Override
            public void key(RegistryKey key) {
                if (key.path().size() == 1) {
                    keys.add(RegistryName.fold(key.path().getFirst()));
                }
            }
        });
        return keys;
    }
}
