package org.assay.remedy;

import java.util.List;
import java.util.TreeSet;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.text.Space;

/**
 * The keys that were made into symbolic links since the baseline: a hive marks them, and they have a value of type REG_LINK. Whoever opens
 * such a key by its path gets the key that the link names, so an import would change or delete what lies there (Microsoft Learn,
 * "RegCreateKeyEx", REG_OPTION_CREATE_LINK).
 */
final class RegistryLinks {

    private final TreeSet<Location> keys = new TreeSet<>(Location.ORDER);

    RegistryLinks(List<TaggedChange> changes) {
        for (TaggedChange tagged : changes) {
            Change change = tagged.change();
            if (change.after().filter(item -> item instanceof KeyItem key && key.link()).isPresent()) {
                keys.add(change.location());
            }
            if (change.after().filter(item -> item instanceof ValueItem value && value.type() == ValueType.LINK).isPresent()) {
                keys.add(key(change.location()));
            }
        }
    }

    /** Whether the way to this key or value leads through such a link, or the key has one below it. */
    boolean concern(Location location) {
        Location below = keys.ceiling(location);
        if (location.space() == Space.KEY && below != null && below.isWithin(location)) {
            return true;
        }
        List<String> path = (location.space() == Space.VALUE ? key(location) : location).components();
        for (int depth = 1; depth <= path.size() && !keys.isEmpty(); depth++) {
            if (keys.contains(new Location(Space.KEY, path.subList(0, depth)))) {
                return true;
            }
        }
        return false;
    }

    private static Location key(Location value) {
        return new Location(Space.KEY, value.components().subList(0, value.components().size() - 1));
    }
}
