package org.assay.app;

import org.assay.model.Comparison;
import org.assay.model.Progress;

/** Computes, from the two stored snapshots of a comparison, everything that starts by itself. */
public record ListStartup(long comparison, OwnLocations own) {

    public StartupList run(Case openCase, Progress progress) {
        Comparison stored = openCase.comparison(comparison);
        StartupRows rows = StartupRows.of(openCase, own, stored.baseline(), stored.suspect(), openCase.store().changes(comparison),
                progress);
        return new StartupList(stored, openCase.snapshot(stored.baseline()), openCase.snapshot(stored.suspect()), rows.rows(),
                openCase.gaps(stored.baseline()), openCase.gaps(stored.suspect()), rows.unread());
    }
}
