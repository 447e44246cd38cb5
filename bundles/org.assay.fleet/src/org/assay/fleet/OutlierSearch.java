package org.assay.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;
import org.assay.model.fleet.HostComparison;
import org.assay.model.fleet.HostSet;
import org.assay.model.fleet.Outlier;
import org.assay.model.fleet.Outliers;
import org.assay.model.fleet.Trait;

/** Finds what sets one side of a fleet apart from the other. */
public final class OutlierSearch {

    private static final Comparator<Outlier> BEST_FIRST = Comparator.comparingDouble((Outlier row) -> -Math.abs(row.separation()))
            .thenComparing(Outlier::trait).thenComparing(row -> row.change().number());

    private OutlierSearch() {
    }

    /**
     * Compares two sides. Marks are left out, for by them the sides were told apart, and so is what separates nothing.
     *
     * @param one hosts of {@code fleet}; those that were not compared count as not told
     */
    public static Outliers of(Fleet fleet, HostSet one, HostSet other) {
        List<Outlier> rows = new ArrayList<>();
        for (FleetChange change : fleet.changes()) {
            if (change.isMark()) {
                continue;
            }
            HostSet cannotTell = fleet.cannotTell(change.location()).without(change.hosts());
            Outlier row = new Outlier(change, Trait.of(change.location()), count(change, one, cannotTell),
                    count(change, other, cannotTell));
            if (row.one().known() > 0 && row.other().known() > 0
                    && row.one().have() * row.other().known() != row.other().have() * row.one().known()) {
                rows.add(row);
            }
        }
        rows.sort(BEST_FIRST);
        return new Outliers(one, other, one.or(other).places().mapToObj(at -> fleet.hosts().get(at).compared())
                .flatMap(Optional::stream).map(HostComparison::baseline).distinct().count(), rows);
    }

    private static Outlier.Count count(FleetChange change, HostSet side, HostSet cannotTell) {
        return new Outlier.Count(side.and(change.hosts()).count(), side.without(cannotTell).count());
    }
}
