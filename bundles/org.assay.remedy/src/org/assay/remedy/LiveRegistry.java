package org.assay.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.snapshot.UserProfiles;
import org.assay.model.text.RegistryName;
import org.assay.remedy.plan.Action;

/**
 * Turns locations back into what the running machine calls them. The current control set has the same name there; a user has a SID.
 *
 * @param users the users of the machine
 */
record LiveRegistry(UserProfiles users) {

    /** Hives that no key of the running machine shows. */
    private static final Set<String> NOT_LOADED = Set.of("AMCACHE", "COMPONENTS", "DRIVERS", "ELAM");

    /** Why it is not known that the running machine has a key for this place; empty when it has one. */
    Optional<String> refusal(Location location) {
        List<String> names = location.components();
        if (names.size() == 1) {
            return Optional.empty();
        }
        if (isNotLoaded(location)) {
            return Optional.of("A running machine does not show this hive.");
        }
        return names.getFirst().equals("HKU") && !isSameEverywhere(names.get(1)) && users.named(names.get(1)).isEmpty()
                ? Optional.of("The suspect's list of profiles has no SID for this user, so the key on the machine is not known.")
                : Optional.empty();
    }

    /** The action on the keys that the running machine has; only where {@link #refusal} has none. */
    Action live(Action action) {
        return switch (action) {
            case Action.RestoreKey restore -> new Action.RestoreKey(restore.change(), live(restore.baseline()));
            case Action.RemoveKey remove -> new Action.RemoveKey(remove.change(), live(remove.present()),
                    remove.held().stream().map(this::live).toList());
            case Action.RemoveValue remove -> new Action.RemoveValue(remove.change(), live(remove.present()));
            case Action.RestoreValue restore -> new Action.RestoreValue(restore.change(), live(restore.baseline()),
                    restore.before().map(this::live));
            case Action.StopProcesses _, Action.StopManaged _, Action.Quarantine _, Action.MoveBack _, Action.RestoreFile _,
                    Action.RestoreAttributes _,
                    Action.Restart _, Action.ManualStep _ -> action;
        };
    }

    /** Whether the key is in HKEY_USERS only while its user is logged on. */
    static boolean needsLogon(Location location) {
        List<String> names = location.components();
        return names.getFirst().equals("HKU") && names.size() > 1 && names.get(1).regionMatches(true, 0, "S-1-5-21-", 0, 9);
    }

    /** Whether it is in a hive that no key of a running machine shows. */
    static boolean isNotLoaded(Location location) {
        List<String> names = location.components();
        return names.size() > 1 && names.getFirst().equals("HKLM") && NOT_LOADED.contains(RegistryName.fold(names.get(1)));
    }

    private static boolean isSameEverywhere(String user) {
        return user.equalsIgnoreCase(".DEFAULT") || UserProfiles.isSid(user);
    }

    private ValueItem live(ValueItem value) {
        return new ValueItem(live(value.location()), value.type(), value.data());
    }

    private KeyItem live(KeyItem key) {
        return key.at(live(key.location()));
    }

    private Item live(Item item) {
        return switch (item) {
            case KeyItem key -> live(key);
            case ValueItem value -> live(value);
            case FileItem file -> file;
        };
    }

    private Location live(Location location) {
        List<String> names = location.components();
        if (!names.getFirst().equals("HKU") || names.size() == 1) {
            return location;
        }
        List<String> live = new ArrayList<>(names);
        users.named(names.get(1)).ifPresent(user -> live.set(1, user.sid()));
        return new Location(location.space(), live);
    }
}
