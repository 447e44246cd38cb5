package org.assay.compare.context;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.assay.model.Location;
import org.assay.model.snapshot.Gap;

/** Tells which gap of a snapshot covers a location: its own or that of a place above it. */
public final class GapCover {

    /** Only gaps that lie in no other, so that the nearest one before a location is the only one that can cover it. */
    private final TreeMap<Location, Gap> outermost = new TreeMap<>(Location.ORDER);

    public GapCover(List<Gap> gaps) {
        gaps.stream().sorted(Comparator.comparing(Gap::location, Location.ORDER)).forEach(gap -> {
            if (over(gap.location()).isEmpty()) {
                outermost.put(gap.location(), gap);
            }
        });
    }

    /** The gap at or above {@code location}. */
    public Optional<Gap> over(Location location) {
        return Optional.ofNullable(outermost.floorEntry(location))
                .map(entry -> entry.getValue())
                .filter(gap -> location.isWithin(gap.location()));
    }
}
