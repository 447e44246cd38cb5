package org.assay.app.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.snapshot.Gap;

/**
 * The baseline compared with the same machine later.
 *
 * @param snapshot the number of the later snapshot
 * @param asked whether both snapshots were asked for a place
 * @param unread what either could not read
 */
public record LaterComparison(long snapshot, List<Change> changes, Predicate<Location> asked, List<Gap> unread) {

    public LaterComparison {
        changes = List.copyOf(changes);
        unread = List.copyOf(unread);
    }

    /** Why nothing is known of the place where no change is listed; empty when something is. */
    Optional<String> doubt(Location place) {
        if (!asked.test(place)) {
            return Optional.of("it was not asked for");
        }
        return unread.stream().filter(gap -> gap.location().isWithin(place) || place.isWithin(gap.location())).findFirst()
                .map(gap -> "not everything could be read there: " + gap.location().text());
    }
}
