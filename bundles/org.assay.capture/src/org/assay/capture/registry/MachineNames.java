package org.assay.capture.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.snapshot.UserProfiles;
import org.assay.model.text.RegistryName;

/**
 * What one machine calls what every machine has: its current control set and its users. With it a location becomes the one that the same
 * thing has on another machine.
 *
 * <ul>
 * <li>{@code HKLM\SYSTEM\ControlSet001} is {@code HKLM\SYSTEM\CurrentControlSet} when {@code Select} says that it is the current one; the
 * others keep their numbers.
 * <li>{@code HKU\SID} is {@code HKU\NAME}, NAME being the folder of the user's profile as {@code ProfileList} has it.
 * <li>{@code HKU\SID_Classes} is that user's {@code Software\Classes}.
 * <li>{@code HKU\S-1-5-18} is {@code HKU\.DEFAULT}, of which it is another name.
 * </ul>
 *
 * @param currentControlSet the current control set's own name, folded; empty when it is not known
 * @param users profile names by SID, folded
 */
record MachineNames(Optional<String> currentControlSet, Map<String, String> users) {

    /** Of a machine of which nothing is known. */
    static final MachineNames NONE = new MachineNames(Optional.empty(), Map.of());

    private static final String CLASSES = "_CLASSES";
    private static final String LOCAL_SYSTEM = "S-1-5-18";

    public MachineNames {
        users = Map.copyOf(users);
    }

    /** The location that the key or value has on every machine. */
    Location normal(Location location) {
        List<String> names = location.components();
        return switch (names.getFirst()) {
            case "HKLM" -> isCurrentControlSet(names) ? replaced(location, 3, "HKLM", names.get(1), "CurrentControlSet") : location;
            case "HKU" -> names.size() > 1 && isSidOrClasses(names.get(1)) ? user(location, names.get(1)) : location;
            default -> location;
        };
    }

    private boolean isCurrentControlSet(List<String> names) {
        return names.size() > 2 && currentControlSet.isPresent() && isSystem(names.get(1))
                && RegistryName.compare(names.get(2), currentControlSet.get()) == 0;
    }

    /** Whether {@code name} is that of the key below HKLM that holds the control sets. */
    static boolean isSystem(String name) {
        return RegistryName.compare(name, "SYSTEM") == 0;
    }

    private static boolean isSidOrClasses(String name) {
        return UserProfiles.isSid(name) || isClasses(name);
    }

    private static boolean isClasses(String name) {
        return RegistryName.fold(name).endsWith(CLASSES) && UserProfiles.isSid(name.substring(0, name.length() - CLASSES.length()));
    }

    private Location user(Location location, String name) {
        boolean classes = isClasses(name);
        String sid = classes ? name.substring(0, name.length() - CLASSES.length()) : name;
        String folded = RegistryName.fold(sid);
        String user = folded.equals(LOCAL_SYSTEM) ? ".DEFAULT" : users.getOrDefault(folded, sid);
        return classes ? replaced(location, 2, "HKU", user, "Software", "Classes") : replaced(location, 2, "HKU", user);
    }

    private static Location replaced(Location location, int count, String... names) {
        List<String> components = new ArrayList<>(List.of(names));
        components.addAll(location.components().subList(count, location.components().size()));
        return new Location(location.space(), components);
    }
}
