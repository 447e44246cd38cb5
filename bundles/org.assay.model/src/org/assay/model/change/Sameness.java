package org.assay.model.change;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.field.Attribute;
import org.assay.model.field.ItemFields;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;

/**
 * What a comparison takes for the same beside what is equal, by its options and by what its sources keep. The comparison itself asks here,
 * and so does whoever must know whether it would see a difference, as a tag does that holds until there is one.
 */
public final class Sameness {

    private static final Duration HOUR = Duration.ofHours(1);
    /** Only FAT and archives made on it keep local time, and they keep every other second. */
    private static final Duration STEP_OF_LOCAL_TIME = Duration.ofSeconds(2);

    private final CommonScope scope;

    public Sameness(CommonScope scope) {
        this.scope = scope;
    }

    /**
     * Of the attributes in which two items differ, as {@link ItemFields#differing} says, those that are neither made the same nor left out.
     */
    public Set<Attribute> seen(Set<Attribute> differing, Item was, Item is) {
        Set<Attribute> seen = differing.isEmpty() ? Set.of() : EnumSet.copyOf(differing);
        if (seen.contains(Attribute.CONTENT) && !(comparesContent(was) && comparesContent(is))) {
            seen.remove(Attribute.CONTENT);
        }
        if (seen.contains(Attribute.MODIFIED_TIME) && timeMadeSame((FileItem) was, (FileItem) is).isPresent()) {
            seen.remove(Attribute.MODIFIED_TIME);
        }
        return seen;
    }

    /** By what the modification times of two files are taken for the same though they differ; empty when they are not. */
    public Optional<Normalisation> timeMadeSame(FileItem was, FileItem is) {
        return timeMadeSame(was.modified(), is.modified(), step(was.location(), is.location()));
    }

    /** The same of two times in sources that keep multiples of {@code step}. */
    Optional<Normalisation> timeMadeSame(Instant was, Instant is, Duration step) {
        Duration between = Duration.between(was, is).abs();
        if (scope.options().makes(Normalisation.TIME_STEP) && between.compareTo(step) < 0) {
            return Optional.of(Normalisation.TIME_STEP);
        }
        boolean hour = step.equals(STEP_OF_LOCAL_TIME) && between.minus(HOUR).abs().compareTo(step) < 0;
        return hour && scope.options().makes(Normalisation.HOUR_SHIFT) ? Optional.of(Normalisation.HOUR_SHIFT) : Optional.empty();
    }

    /** What modification times at two places are multiples of, in the source that keeps less; zero where they are exact. */
    public Duration step(Location one, Location other) {
        return longer(scope.timeStep(one), scope.timeStep(other));
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Whether the content of {@code item} is compared. */
    boolean comparesContent(Item item) {
        return scope.containsContent(item);
    }

    /** The location by which {@code location} meets what is the same place on the other side. */
    public Location meeting(Location location) {
        return scope.meeting(location);
    }
}
