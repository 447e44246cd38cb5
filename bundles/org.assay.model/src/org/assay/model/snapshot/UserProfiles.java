package org.assay.model.snapshot;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.item.ItemStream;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.RegistryName;

/**
 * The users of a Windows machine as its registry lists them. A user is called like the folder of the profile, for the SIDs of one person
 * differ from machine to machine; the accounts of Windows itself have the same SID everywhere and are called by it.
 *
 * @param all the users that are called like a folder, by SID. Two users whose folders have one name (on two drives) would become one, so
 *        only the first has a name
 */
public record UserProfiles(List<Profile> all) {

    /** The key that has a key for every SID, and in that the value {@link #FOLDER} ("User Profiles", Microsoft Learn). */
    public static final Location LIST = Location.key("HKLM", "SOFTWARE", "Microsoft", "Windows NT", "CurrentVersion", "ProfileList");
    /** The name of the value that says where a profile is. */
    public static final String FOLDER = "ProfileImagePath";

    private static final Set<String> ACCOUNTS_OF_WINDOWS = Set.of("S-1-5-18", "S-1-5-19", "S-1-5-20");
    /** A machine has as many profiles as people; more are made up. */
    private static final int MOST = 10_000;

    /**
     * A user.
     *
     * @param sid the SID as this machine has it
     * @param name the name of the profile's folder
     * @param folder where the profile is, as Windows spells it; may hold variables
     */
    public record Profile(String sid, String name, String folder) {
    }

    public UserProfiles {
        all = List.copyOf(all);
    }

    /** Whether {@code name} is a SID and not a name that somebody gave: {@code S-1-} and numbers with hyphens between. */
    public static boolean isSid(String name) {
        return name.regionMatches(true, 0, "S-1-", 0, 4)
                && name.chars().skip(4).allMatch(unit -> unit == '-' || unit >= '0' && unit <= '9');
    }

    /** The users whose SIDs have these profile folders. */
    public static UserProfiles of(Map<String, String> foldersBySid) {
        Map<String, String> sorted = new TreeMap<>(RegistryName::compare);
        sorted.putAll(foldersBySid);
        Set<String> taken = new HashSet<>();
        return new UserProfiles(sorted.entrySet().stream().limit(MOST)
                .map(entry -> new Profile(entry.getKey(), lastName(entry.getValue()), entry.getValue()))
                .filter(profile -> isUser(profile) && taken.add(RegistryName.fold(profile.name()))).toList());
    }

    /** The users of the machine that {@code view} shows. */
    public static UserProfiles of(SnapshotView view) {
        Map<String, String> folders = new TreeMap<>(RegistryName::compare);
        try (ItemStream items = view.itemsWithin(LIST)) {
            while (items.hasNext() && folders.size() < MOST) {
                if (items.next() instanceof ValueItem value) {
                    sidOf(value.location()).filter(_ -> ValueType.isText(value.type()))
                            .ifPresent(sid -> folders.put(sid, ValueType.string(value.data())));
                }
            }
        }
        return of(folders);
    }

    /** The SID of which the value at {@code location} says where the profile is; empty when it is another value. */
    public static Optional<String> sidOf(Location location) {
        List<String> names = location.components();
        int depth = LIST.components().size();
        boolean isFolder = names.size() == depth + 2 && RegistryName.compare(location.name(), FOLDER) == 0 && isSid(names.get(depth))
                && location.isWithin(LIST);
        return isFolder ? Optional.of(names.get(depth)) : Optional.empty();
    }

    /** The user who is called {@code name}. */
    public Optional<Profile> named(String name) {
        return all.stream().filter(profile -> RegistryName.compare(profile.name(), name) == 0).findFirst();
    }

    private static String lastName(String folder) {
        return folder.substring(Math.max(folder.lastIndexOf('\\'), folder.lastIndexOf('/')) + 1);
    }

    private static boolean isUser(Profile profile) {
        String name = profile.name();
        return !ACCOUNTS_OF_WINDOWS.contains(RegistryName.fold(profile.sid())) && !name.isBlank() && !name.equals("*")
                && !name.equalsIgnoreCase(".DEFAULT") && !isSid(name);
    }
}
