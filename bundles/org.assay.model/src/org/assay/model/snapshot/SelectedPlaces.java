package org.assay.model.snapshot;

import java.util.List;

import org.assay.model.Location;

/** Which places a {@link ScopeFilter} takes. What is left out, or selected, is so with everything below it. */
public final class SelectedPlaces {

    private final List<Glob> only;
    private final List<Glob> excluded;

    public SelectedPlaces(ScopeFilter selection) {
        only = selection.only().stream().map(Glob::new).toList();
        excluded = selection.excluded().stream().map(Glob::new).toList();
    }

    /** Whether {@code location} is looked at. */
    public boolean contains(Location location) {
        return (only.isEmpty() || isWithin(only, location)) && !isWithin(excluded, location);
    }

    /** Whether {@code location}, or something below it, may be looked at. */
    public boolean mayHold(Location location) {
        return !isWithin(excluded, location)
                && (only.isEmpty() || isWithin(only, location) || only.stream().anyMatch(glob -> glob.mayMatchWithin(location)));
    }

    private static boolean isWithin(List<Glob> globs, Location location) {
        for (Glob glob : globs) {
            if (glob.matchesAtOrAbove(location)) {
                return true;
            }
        }
        return false;
    }
}
