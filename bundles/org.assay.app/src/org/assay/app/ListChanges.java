package org.assay.app;

import org.assay.model.Comparison;

/** Lists a stored comparison's changes. */
public record ListChanges(long comparison) {

    public ChangeList run(Case openCase) {
        Comparison stored = openCase.comparison(comparison);
        return new ChangeList(stored, openCase.snapshot(stored.baseline()), openCase.snapshot(stored.suspect()),
                openCase.taggedChanges(stored), openCase.gaps(stored.baseline()), openCase.gaps(stored.suspect()),
                openCase.comparisonCatalogues(comparison));
    }
}
