package org.assay.app;

import org.assay.model.change.Comparison;

/** Lists a stored comparison's changes. */
public record ListChanges(long comparison) {

    /** Of every use case that works on a comparison. */
    public static final Argument<Long> COMPARISON = Argument.optional("comparison", "Comparison",
            "The comparison's number; by default the latest.", "N", ArgumentType.WholeNumber.ID);

    public ChangeList run(Case openCase) {
        Comparison stored = openCase.comparison(comparison);
        ComparedSnapshots pair = ComparedSnapshots.of(openCase, stored);
        ComparedGaps gaps = pair.gaps();
        return new ChangeList(stored, pair.baseline(), pair.suspect(), openCase.taggedChanges(stored).stream()
                .filter(row -> pair.scope().contains(row.change().location())).toList(), gaps.baseline(), gaps.suspect(),
                pair.scope().leftOut(), openCase.comparisonCatalogues(comparison));
    }
}
