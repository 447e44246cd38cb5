package org.assay.model.fleet;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.assay.model.Location;
import org.assay.model.change.CommonScope;
import org.assay.model.snapshot.Gap;
import org.assay.model.text.Space;

/**
 * Of which places a comparison says something, so that what it does not list there is not there.
 *
 * @param scope what both snapshots were asked for
 * @param unread where either could not be read, as {@link FleetPlace} has it
 */
public record HostReach(CommonScope scope, Set<Location> unread) {

    public HostReach {
        unread = Set.copyOf(unread);
    }

    /** Of a comparison with these gaps. */
    public static HostReach of(CommonScope scope, Collection<Gap> gaps) {
        return new HostReach(scope, gaps.stream().map(gap -> FleetPlace.of(gap.location(), scope)).collect(Collectors.toSet()));
    }

    /** Whether the comparison would list a change at {@code location} if there were one. */
    public boolean knows(Location location) {
        return scope.knows(location) && (unread.isEmpty() || !isUnread(FleetPlace.of(location, scope)));
    }

    /** Whether a gap is at {@code place} or above it. */
    private boolean isUnread(Location place) {
        Space holder = place.space().isFile() ? Space.FILE : Space.KEY;
        for (int depth = place.components().size() - (place.space().isLeaf() ? 1 : 0); depth > 0; depth--) {
            if (unread.contains(new Location(holder, place.components().subList(0, depth)))) {
                return true;
            }
        }
        return unread.contains(place);
    }
}
