package org.assay.compare.mass;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.assay.compare.context.FileNames;
import org.assay.compare.explain.EarlierVersions;
import org.assay.compare.key.Key;
import org.assay.compare.key.KeyCounts;
import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.ChangeKind;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.SnapshotView;

/**
 * Finds programs that took the place of others as a whole, as an update does it: in the folder of a later version each under the name that
 * it had in an earlier one's, or all programs below a folder at once. One of them speaks for all. What has no forerunner stands alone.
 */
public final class UpdatedPrograms {

    /** Fewer in folders of versions are read one by one. */
    private static final int LEAST_IN_VERSIONS = 3;
    /** Fewer below a folder can be somebody's choice. */
    private static final int LEAST_REPLACED = 4;
    /** Where everything is dropped, by whomever; lower case. */
    private static final Set<String> DROPPED = Set.of("temp", "tmp", "public", "downloads", "desktop", "perflogs", "startup", "shm");
    /** Folders with one for each user; lower case. */
    private static final Set<String> USERS = Set.of("users", "home");
    /** How many components of a path name the place of versions' folders, the tree among them: below lie those of one maker or tool. */
    private static final int PLACE_DEPTH = 4;

    private final SnapshotView baseline;
    private final EarlierVersions versions;
    /** What the baseline has and is not as it was. */
    private final KeyCounts touched = new KeyCounts();
    private final Map<Location, Boolean> replaced = new HashMap<>();
    private final Map<Place, Group> groups = new HashMap<>();
    private final Map<Integer, Group> members = new HashMap<>();

    /** Below which folder programs came in folders of versions, or were replaced. */
    private record Place(Location folder, ChangeKind kind) {
    }

    /** Programs that came together; the first of them by number speaks. */
    private static final class Group {

        private final Place place;
        private final int speaker;
        private int count;

        Group(Place place, int speaker) {
            this.place = place;
            this.speaker = speaker;
        }

        boolean isLarge() {
            return count >= (place.kind() == ChangeKind.ADDED ? LEAST_IN_VERSIONS : LEAST_REPLACED);
        }

        String sentence() {
            String where = place.folder().text();
            return (place.kind() == ChangeKind.ADDED ? MassGroup.count(count, "program") + " came in folders of later versions in " + where
                    + " or below, each under the name that one has in an earlier version's folder"
                    : "All programs in " + where + " and below changed, as an update does it, or an infection; "
                            + MassGroup.count(count, "change") + " of them are here")
                    + ". Nothing else is found of any. This one speaks for all.";
        }
    }

    private UpdatedPrograms(SnapshotView baseline) {
        this.baseline = baseline;
        this.versions = new EarlierVersions(baseline);
    }

    /** The same changes, numbered from 1, with what speaks for those that came together. */
    public static List<Change> roll(List<Change> changes, SnapshotView baseline, Supplier<ChangeBuffer> buffers) {
        UpdatedPrograms updated = new UpdatedPrograms(baseline);
        changes.forEach(updated::touch);
        changes.forEach(updated::group);
        updated.members.values().removeIf(group -> !group.isLarge());
        if (updated.members.isEmpty()) {
            return changes;
        }
        ChangeBuffer rolled = buffers.get();
        changes.forEach(change -> rolled.add(Optional.ofNullable(updated.members.get(change.number()))
                .map(group -> AlikePrograms.spoken(change, group.speaker, group.count, group.sentence())).orElse(change)));
        return rolled.end();
    }

    private void touch(Change change) {
        change.before().filter(FileItem.class::isInstance).ifPresent(item -> touched.add(Key.of(item.location())));
    }

    private void group(Change change) {
        if (AlikePrograms.isOrdinary(change)) {
            Location folder = folderOf(change.location());
            if (folder.components().stream().noneMatch(name -> DROPPED.contains(name.toLowerCase(Locale.ROOT)))) {
                place(change, folder).ifPresent(found -> {
                    Group group = groups.computeIfAbsent(new Place(found, change.kind()), place -> new Group(place, change.number()));
                    group.count++;
                    members.put(change.number(), group);
                });
            }
        }
    }

    private Optional<Location> place(Change change, Location folder) {
        return switch (change.kind()) {
            case ADDED -> versions.above(change.location(), file -> FileNames.runnable(file).isPresent())
                    .map(above -> new Location(above.space(), above.components().subList(0, Math.min(PLACE_DEPTH,
                            above.components().size()))));
            case MODIFIED -> Optional.of(folder).filter(this::isReplaced).map(this::highest);
            case MOVED, REMOVED -> Optional.empty();
        };
    }

    /** The highest folder above {@code folder} of which that is true, too. */
    private Location highest(Location folder) {
        Location highest = folder;
        for (Location above = folderOf(folder); isReplaced(above); above = folderOf(above)) {
            highest = above;
        }
        return highest;
    }

    private boolean isReplaced(Location folder) {
        int depth = folder.components().size() - 1;
        boolean isOne = depth > 2 || depth == 2 && !USERS.contains(folder.components().get(1).toLowerCase(Locale.ROOT));
        return isOne && replaced.computeIfAbsent(folder, this::allTouched);
    }

    /** Whether no program of the baseline in {@code folder} or below is as it was. */
    private boolean allTouched(Location folder) {
        try (ItemStream items = baseline.itemsWithin(folder)) {
            while (items.hasNext()) {
                Item item = items.next();
                if (item instanceof FileItem file && FileNames.runnable(file).isPresent() && !touched.has(Key.of(file.location()), 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Location folderOf(Location location) {
        return new Location(location.space(), location.components().subList(0, location.components().size() - 1));
    }
}
