package org.assay.capture.registry;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.text.RegistryName;
import org.assay.registry.HiveRecovery;
import org.assay.registry.RegistrySink;
import org.assay.registry.format.RegistryFormat;

/**
 * A file with registry data. Its locations are as the file has them; {@link MachineNames} makes them normal.
 *
 * @param format what the file is
 * @param root the key that the root of a file stands for whose paths do not name one; else what stands for the file where nothing in it is
 *        known
 * @param user whose HKEY_CURRENT_USER it holds; empty when that is not known
 * @param aliases names, folded, of keys directly below the root key that stand for the root key, too
 */
public record RegistrySource(RegistryFile file, RegistryFormat format, Location root, String user, Set<String> aliases) {

    /** The hive at its place. In a user's hive of Windows 9x the user's keys may lie in a key called like the user, or like all users. */
    static RegistrySource of(HiveFile hive) {
        boolean user = hive.old() && hive.place().components().size() == 2 && hive.place().components().getFirst().equals("HKU");
        RegistryFormat format = hive.old() ? RegistryFormat.CREG
                : hive.place().components().getFirst().equals(RegistryPlace.POLICY) ? RegistryFormat.POLICY : RegistryFormat.HIVE;
        return new RegistrySource(hive.file(), format, hive.place(), "",
                user ? Set.of(RegistryName.fold(hive.place().name()), ".DEFAULT") : Set.of());
    }

    /** Reads all of it; gives what a person should know about how it was read, if there is anything. */
    Optional<String> read(boolean deleted, RegistrySink sink) throws IOException {
        Optional<HiveRecovery> recovery = file.read(format, deleted, sink);
        return format == RegistryFormat.QUERY
                ? Optional.of("read as the output of reg query, which tells names, types and data apart by blanks only: weak evidence")
                : recovery.filter(HiveRecovery::recovered)
                        .map(each -> "the hive was not fully written; its transaction logs were applied. " + each.text());
    }

    /** The key at {@code path} as this source spells it. */
    Location key(List<String> path) {
        if (format.isRooted() && RegistryPlace.isRooted(path)) {
            return ofUser(RegistryPlace.ofRooted(path));
        }
        boolean alias = !path.isEmpty() && aliases.contains(RegistryName.fold(path.getFirst()));
        return ofUser(RegistryPlace.below(root, alias ? path.subList(1, path.size()) : path));
    }

    private Location ofUser(Location key) {
        List<String> names = key.components();
        return user.isEmpty() || !names.getFirst().equals("HKCU") ? key
                : RegistryPlace.below(Location.key("HKU", user), names.subList(1, names.size()));
    }

    /** What stands for the source where nothing in it is known. */
    public Location unknown() {
        return ofUser(root);
    }

    /** What {@link org.assay.registry.RegistryProblem#position} counts. */
    String unit() {
        return format.isText() ? "line" : "offset";
    }

    /** Whether the last of several values with one name wins. */
    boolean lastValueWins() {
        return format.lastValueWins();
    }
}
