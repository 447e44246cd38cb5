package org.assay.model.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.assay.model.Location;
import org.assay.model.item.ItemStream;
import org.assay.model.text.Space;

/** What a snapshot was asked for that was captured before that was recorded: its trees, and the hives of which it holds anything. */
final class ScopeOfOldSnapshot {

    /** Below these roots a key is a hive of its own. */
    private static final Set<String> ROOTS_OF_HIVES = Set.of("HKLM", "HKU");
    private static final List<String> ROOTS = List.of("HKCC", "HKCU", "HKDD", "HKLM", "HKU", "HIVE", "POLICY", "EXPORT");

    private ScopeOfOldSnapshot() {
    }

    static List<Area> areas(Snapshot snapshot, SnapshotView view) {
        List<Area> areas = new ArrayList<>();
        snapshot.sources().stream().filter(source -> source.kind().equals(SourceKind.TREE))
                .forEach(source -> areas.add(new Area(Location.ofTree(source.name()), false, Duration.ZERO)));
        Set<Location> hives = new TreeSet<>(Location.ORDER);
        if (snapshot.sources().stream().anyMatch(source -> !source.kind().equals(SourceKind.TREE))) {
            ROOTS.forEach(root -> addHives(view, root, hives));
        }
        hives.forEach(hive -> areas.add(Area.of(hive)));
        return areas;
    }

    private static void addHives(SnapshotView view, String root, Set<Location> hives) {
        try (ItemStream items = view.itemsWithin(Location.key(root))) {
            while (items.hasNext()) {
                Location location = items.next().location();
                List<String> names = location.components().subList(0, location.components().size() - (location.space().isLeaf() ? 1 : 0));
                int depth = ROOTS_OF_HIVES.contains(names.getFirst()) && names.size() > 1 ? 2 : 1;
                hives.add(new Location(Space.KEY, names.subList(0, depth)));
            }
        }
    }
}
