package org.assay.capture.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.assay.model.Location;
import org.assay.model.text.Space;

/**
 * Learns what an export was made of. An export of one key, as Windows makes it, begins with that key and holds nothing outside it. One
 * whose keys have no such key in common was put together of several, or written by a program that leaves out what is empty; then it stands
 * for the hives that it has keys of.
 */
final class ExportedKeys {

    /** Below these roots there is a hive a key; the others are hives themselves. */
    private static final Set<String> ROOTS_OF_HIVES = Set.of("HKLM", "HKU");

    private Optional<Location> top = Optional.empty();
    private boolean single = true;
    private final Set<Location> hives = new TreeSet<>(Location.ORDER);

    /** Takes the next key. */
    void add(Location key) {
        if (top.isEmpty()) {
            top = Optional.of(key);
        }
        if (single && !key.isWithin(top.get())) {
            single = false;
            hives.add(hive(top.get()));
        }
        if (!single) {
            hives.add(hive(key));
        }
    }

    /** What the export tells of; nothing where it has no key. */
    List<Location> places() {
        return single ? top.stream().toList() : List.copyOf(hives);
    }

    private static Location hive(Location key) {
        List<String> names = key.components();
        int depth = ROOTS_OF_HIVES.contains(names.getFirst()) ? Math.min(2, names.size()) : 1;
        return names.size() == depth ? key : new Location(Space.KEY, names.subList(0, depth));
    }
}
