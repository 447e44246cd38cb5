package org.assay.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Bytes;
import org.assay.model.Location;
import org.assay.model.RegistryName;
import org.assay.model.ValueType;
import org.assay.registry.RegistryValue;

/**
 * Learns from a machine's registry what {@link MachineNames} must know: {@code Select\Current} in SYSTEM, and of every SID in
 * {@code ProfileList} in SOFTWARE the folder of its profile. Of two sources that tell the same the first counts.
 */
final class MachineFacts {

    private static final Location SELECT = Location.key("HKLM", "SYSTEM", "Select");
    private static final Location PROFILES = Location.key("HKLM", "SOFTWARE", "Microsoft", "Windows NT", "CurrentVersion", "ProfileList");
    private static final int LAST_CONTROL_SET = 999;
    /** A machine has as many profiles as people; more are made up. */
    private static final int MOST_PROFILES = 10_000;

    private Optional<String> currentControlSet = Optional.empty();
    private final Map<String, String> folders = new LinkedHashMap<>();

    /**
     * A user's profile.
     *
     * @param name what the user is called in locations
     * @param folder where the profile is, as Windows spells it; may hold variables
     */
    record Profile(String name, String folder) {
    }

    /** Takes notice of a value of {@code key}. */
    void see(Location key, RegistryValue value) {
        switch (value.name().length()) {
            case 7 -> select(key, value);
            case 16 -> profile(key, value);
            default -> {
            }
        }
    }

    /** The name of a control set is made as Windows makes it: three digits. */
    private void select(Location key, RegistryValue value) {
        if (currentControlSet.isEmpty() && value.type() == ValueType.DWORD && value.data().length == Integer.BYTES
                && isNamed(value, "CURRENT") && key.sameAs(SELECT)) {
            int number = ByteBuffer.wrap(value.data()).order(ByteOrder.LITTLE_ENDIAN).getInt();
            currentControlSet = Optional.of(number).filter(it -> it > 0 && it <= LAST_CONTROL_SET).map("CONTROLSET%03d"::formatted);
        }
    }

    private void profile(Location key, RegistryValue value) {
        if (ValueType.isText(value.type()) && isNamed(value, "PROFILEIMAGEPATH")
                && key.components().size() == PROFILES.components().size() + 1 && key.isWithin(PROFILES) && MachineNames.isSid(key.name()) && folders.size() < MOST_PROFILES) {
            folders.putIfAbsent(RegistryName.fold(key.name()), ValueType.string(Bytes.copyOf(value.data())));
        }
    }

    private static boolean isNamed(RegistryValue value, String folded) {
        return RegistryName.fold(value.name()).equals(folded);
    }

    MachineNames names() {
        Map<String, String> users = new HashMap<>();
        profilesBySid().forEach((sid, profile) -> users.put(sid, profile.name()));
        return new MachineNames(currentControlSet, users);
    }

    /** The profiles of the users that have a name of their own. */
    List<Profile> profiles() {
        return List.copyOf(profilesBySid().values());
    }

    /** Two profiles in folders of one name (on two drives) would become one user, so only the first goes by that name. */
    private Map<String, Profile> profilesBySid() {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        folders.forEach((sid, folder) -> {
            String name = folder.substring(Math.max(folder.lastIndexOf('\\'), folder.lastIndexOf('/')) + 1);
            if (!isSystems(sid) && isUsers(name) && taken.add(RegistryName.fold(name))) {
                profiles.put(sid, new Profile(name, folder));
            }
        });
        return profiles;
    }

    /** The accounts of Windows itself have the same SID on every machine. */
    private static boolean isSystems(String sid) {
        return List.of("S-1-5-18", "S-1-5-19", "S-1-5-20").contains(sid);
    }

    private static boolean isUsers(String name) {
        return !name.isBlank() && !name.equals(HivePlaces.ANY) && !name.equalsIgnoreCase(".DEFAULT") && !MachineNames.isSid(name);
    }
}
