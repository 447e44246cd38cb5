package org.assay.capture.registry;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.capture.file.ExactName;
import org.assay.model.Location;
import org.assay.model.RegistryName;
import org.assay.registry.RegistryKey;
import org.assay.registry.format.RegistryFormat;
import org.assay.registry.hive.HiveReader;

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
     * @throws org.assay.registry.RegistryException when the file cannot be read
     */
    public static Location of(Path file, RegistryFormat format) {
        return switch (format) {
            case CREG -> ofOldHive(file);
            case POLICY -> ofPolicy(file);
            case HIVE, REG, WINE, QUERY -> of(file);
        };
    }

    /** SYSTEM.DAT is the machine; USER.DAT has the users below its root. */
    private static Location ofOldHive(Path hive) {
        String name = RegistryName.fold(ExactName.of(hive.getFileName()));
        Set<String> keys = firstKeys(hive, RegistryFormat.CREG);
        if (keys.contains(".DEFAULT") || name.startsWith("USER")) {
            return Location.key("HKU");
        }
        return keys.contains("SOFTWARE") || name.startsWith("SYSTEM") ? Location.key("HKLM") : apart(hive);
    }

    /** The folder of a policy says whom it is for. */
    private static Location ofPolicy(Path policy) {
        Path folder = policy.toAbsolutePath().normalize().getParent().getFileName();
        String name = folder == null ? "" : ExactName.of(folder);
        return List.of("MACHINE", "USER").contains(RegistryName.fold(name)) ? Location.key(RegistryPlace.POLICY, name) : apart(policy);
    }

    private static Location apart(Path file) {
        return Location.key(RegistryPlace.APART, ExactName.of(file.getFileName()));
    }

    public static Location of(Path hive) {
        String file = ExactName.of(hive.getFileName());
        String embedded = HiveReader.header(hive).fileName();
        return named(embedded.substring(embedded.lastIndexOf('\\') + 1)).or(() -> named(file))
                .or(() -> withKeys(firstKeys(hive, RegistryFormat.HIVE)))
                .orElseGet(() -> apart(hive));
    }

    private static Optional<Location> named(String file) {
        String folded = RegistryName.fold(file);
        return KNOWN.stream().filter(known -> known.isNamed(folded)).findFirst().map(Known::location);
    }

    private static Optional<Location> withKeys(Set<String> keys) {
        return KNOWN.stream().filter(known -> keys.containsAll(known.keys())).findFirst().map(Known::location);
    }

    private static Set<String> firstKeys(Path hive, RegistryFormat format) {
        Set<String> keys = new HashSet<>();
        format.read(hive, Optional.empty(), new SilentRegistrySink() {
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
