package org.assay.model.change;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.assay.model.snapshot.ScopeFilter;

/**
 * How two snapshots are compared.
 *
 * @param filter what of what both were asked for is compared
 * @param exact what is not made the same
 * @param ignoreCase whether names of files are matched without case in every tree, not only where that is known to be right
 */
public record ComparisonOptions(ScopeFilter filter, Set<Normalisation> exact, boolean ignoreCase) {

    public ComparisonOptions {
        EnumSet<Normalisation> sorted = EnumSet.noneOf(Normalisation.class);
        sorted.addAll(exact);
        exact = Collections.unmodifiableSet(sorted);
    }

    /** Whether {@code normalisation} is made. */
    public boolean makes(Normalisation normalisation) {
        return !exact.contains(normalisation);
    }
}
