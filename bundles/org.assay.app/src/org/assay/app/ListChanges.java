package org.assay.app;

import org.assay.model.Comparison;

/** Lists a stored comparison's changes. */
public record ListChanges(long comparison) {

    /** Of every use case that works on a comparison. */
    public static final Argument<Long> COMPARISON = Argument.optional("comparison", "Comparison",
            "The comparison's number; by default the latest.", "N", ArgumentType.WholeNumber.ID);

    public ChangeList run(Case openCase) {
        Comparison stored = openCase.comparison(comparison);
        return new ChangeList(stored, openCase.snapshot(stored.baseline()), openCase.snapshot(stored.suspect()),
                openCase.taggedChanges(stored), openCase.gaps(stored.baseline()), openCase.gaps(stored.suspect()),
                openCase.comparisonCatalogues(comparison));
    }
}
