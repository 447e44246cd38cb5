package org.assay.capture.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.assay.model.Location;
import org.assay.model.text.RegistryName;

/** Which file of a machine has which key of its registry: the way back from locations. */
public final class KeyPlaces {

    private static final String CURRENT = "CurrentControlSet";

    private final List<HiveFile> hives;
    private final MachineNames names;

    /** {@code names} are the machine's. */
    KeyPlaces(List<HiveFile> hives, MachineNames names) {
        this.hives = hives.stream().sorted(Comparator.comparing((HiveFile hive) -> hive.place().components().size()).reversed()).toList();
        this.names = names;
    }

    /**
     * A key in a file.
     *
     * @param file the file's location
     * @param path from the root of the file's registry data
     */
    public record Place(Location file, List<String> path) {
    }

    /** Where a key is, or would be; empty where no file was found for it, or the machine does not say which control set is current. */
    public Optional<Place> find(Location key) {
        return raw(key).flatMap(raw -> hives.stream().filter(hive -> raw.isWithin(hive.place())).findFirst()
                .map(hive -> new Place(hive.where(), raw.components().subList(hive.place().components().size(), raw.components().size()))));
    }

    private Optional<Location> raw(Location key) {
        List<String> path = key.components();
        if (path.size() < 3 || !path.getFirst().equals("HKLM") || !MachineNames.isSystem(path.get(1))
                || RegistryName.compare(path.get(2), CURRENT) != 0) {
            return Optional.of(key);
        }
        return names.currentControlSet().map(set -> RegistryPlace.below(Location.key("HKLM", path.get(1), set),
                path.subList(3, path.size())));
    }
}
