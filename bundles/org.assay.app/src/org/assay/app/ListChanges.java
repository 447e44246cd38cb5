package org.assay.app;

import java.util.List;

import org.assay.model.change.Comparison;
import org.assay.model.change.PickedRows;
import org.assay.model.change.TaggedChange;

/** Lists a stored comparison's changes. */
public record ListChanges(long comparison) {

    /** Of every use case that works on a comparison. */
    public static final Argument<Long> COMPARISON = Argument.optional("comparison", "Comparison",
            "The comparison's number; by default the latest.", "N", ArgumentType.WholeNumber.ID);

    public ChangeList run(Case openCase) {
        Comparison stored = openCase.comparison(comparison);
        ComparedSnapshots pair = ComparedSnapshots.of(openCase, stored);
        ComparedGaps gaps = pair.gaps();
        List<TaggedChange> changes = PickedRows.where(openCase.taggedChanges(stored),
                row -> pair.scope().contains(row.change().location()));
        return new ChangeList(stored, pair.baseline(), pair.suspect(), changes, gaps.baseline(), gaps.suspect(), pair.scope().leftOut(),
                openCase.comparisonCatalogues(comparison));
    }
}
