package org.assay.app;

import java.util.List;

import org.assay.model.Progress;
import org.assay.model.change.Comparison;
import org.assay.model.snapshot.OwnCatalogue;

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
        ComparedSnapshots pair = ComparedSnapshots.of(openCase, stored);
        StartupRows rows = StartupRows.of(openCase, own, pair, openCase.store().changes(comparison), progress);
        ComparedGaps gaps = pair.gaps();
        return new StartupList(stored, pair.baseline(), pair.suspect(), rows.rows(), gaps.baseline(), gaps.suspect(),
                pair.scope().leftOut(), rows.unread(), own);
    }
}
