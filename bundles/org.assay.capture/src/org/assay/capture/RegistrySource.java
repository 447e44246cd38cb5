package org.assay.capture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.RegistryName;
import org.assay.registry.HiveReader;
import org.assay.registry.HiveRecovery;
import org.assay.registry.RegFileReader;
import org.assay.registry.RegistrySink;

/** A file with registry data. Its locations are as the file has them; {@link MachineNames} makes them normal. */
sealed interface RegistrySource {

    /** Where the file is. */
    Path file();

    /** The hive at its place. In a user's hive of Windows 9x the user's keys may lie in a key called like the user, or like all users. */
    static RegistrySource of(HiveFile hive) {
        boolean user = hive.old() && hive.place().components().size() == 2 && hive.place().components().getFirst().equals("HKU");
        return new Hive(hive.file(), hive.place(), user ? Set.of(RegistryName.fold(hive.place().name()), ".DEFAULT") : Set.of());
    }

    /** Reads all of it; gives what a person should know about how it was read, if there is anything. */
    Optional<String> read(RegistrySink sink);

    /** The key at {@code path} as this source spells it. */
    Location key(List<String> path);

    /** What stands for the source where nothing in it is known. */
    Location unknown();

    /** What {@link org.assay.registry.RegistryProblem#position} counts. */
    String unit();

    /** Whether of two values of one name the later one counts. */
    boolean isLastOfTwo();

    /**
     * A {@code .reg} file: its paths begin with a root, and an import lets the later line win.
     *
     * @param user whose HKEY_CURRENT_USER it holds; empty when that is not known
     */
    record Export(Path file, String user) implements RegistrySource {

        @Override
        public Optional<String> read(RegistrySink sink) {
            new RegFileReader().read(file, sink);
            return Optional.empty();
        }

        @Override
        public Location key(List<String> path) {
            if (path.isEmpty()) {
                return unknown();
            }
            Location key = RegistryPlace.ofRooted(path);
            return user.isEmpty() || !key.components().getFirst().equals("HKCU") ? key
                    : RegistryPlace.below(Location.key("HKU", user), key.components().subList(1, key.components().size()));
        }

        @Override
        public Location unknown() {
            return Location.key("EXPORT", ExactName.of(file.getFileName()));
        }

        @Override
        public String unit() {
            return "line";
        }

        @Override
        public boolean isLastOfTwo() {
            return true;
        }
    }

    /**
     * A native hive, whose root key stands for {@code root}: Windows finds the first value of a name.
     *
     * @param aliases names, folded, of keys directly below the root key that stand for the root key, too
     */
    record Hive(Path file, Location root, Set<String> aliases) implements RegistrySource {

        Hive(Path file, Location root) {
            this(file, root, Set.of());
        }

        @Override
        public Optional<String> read(RegistrySink sink) {
            HiveRecovery recovery = new HiveReader().read(file, sink);
            return recovery.recovered() ? Optional.of("the hive was not fully written; its transaction logs were applied. "
                    + recovery.text()) : Optional.empty();
        }

        @Override
        public Location key(List<String> path) {
            boolean alias = !path.isEmpty() && aliases.contains(RegistryName.fold(path.getFirst()));
            return RegistryPlace.below(root, alias ? path.subList(1, path.size()) : path);
        }

        @Override
        public Location unknown() {
            return root;
        }

        @Override
        public String unit() {
            return "offset";
        }

        @Override
        public boolean isLastOfTwo() {
            return false;
        }
    }
}
