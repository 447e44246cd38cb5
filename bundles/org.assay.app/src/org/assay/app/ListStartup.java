package org.assay.app;

import java.util.List;

import org.assay.model.Comparison;
import org.assay.model.OwnCatalogue;
import org.assay.model.Progress;

/**
 * Computes, from the two stored snapshots of a comparison, all startup entries.
 *
 * @param catalogues the user's own startup locations to search besides the standard ones; where none are given, those that the comparison
 *        was made with
 */
public record ListStartup(long comparison, CatalogueFiles catalogues) {

    public StartupList run(Case openCase, Progress progress) {
        Comparison stored = openCase.comparison(comparison);
        List<OwnCatalogue> own = catalogues.readOr(openCase.comparisonCatalogues(comparison));
        StartupRows rows = StartupRows.of(openCase, own, stored.baseline(), stored.suspect(), openCase.store().changes(comparison),
                progress);
        return new StartupList(stored, openCase.snapshot(stored.baseline()), openCase.snapshot(stored.suspect()), rows.rows(),
                openCase.gaps(stored.baseline()), openCase.gaps(stored.suspect()), rows.unread(), own);
    }
}
