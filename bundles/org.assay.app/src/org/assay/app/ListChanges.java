package org.assay.app;

import java.util.List;
import java.util.function.Function;

import org.assay.model.change.Comparison;
import org.assay.model.change.PickedRows;
import org.assay.model.change.TaggedChange;

/** Lists a stored comparison's changes. */
public record ListChanges(long comparison) {

    /** Of every use case that works on a comparison. */
    public static final Argument<Long> COMPARISON = Argument.optional("comparison", "Comparison",
            "The comparison's number; by default the latest.", "N", ArgumentType.WholeNumber.ID);

    public ChangeList run(Case openCase) {
        return list(openCase, openCase::taggedChanges);
    }

    /** The same, but the changes are read from memory, where they are as packed as in the case, so that nobody waits for the case. */
    public ChangeList held(Case openCase) {
        return list(openCase, openCase::heldChanges);
    }

    private ChangeList list(Case openCase, Function<Comparison, List<TaggedChange>> rows) {
        Comparison stored = openCase.comparison(comparison);
        ComparedSnapshots pair = ComparedSnapshots.of(openCase, stored);
        ComparedGaps gaps = pair.gaps();
        List<TaggedChange> all = rows.apply(stored);
        List<TaggedChange> changes = pair.scope().isEverything() ? all
                : PickedRows.where(all, row -> pair.scope().contains(row.change().location()));
        return new ChangeList(stored, pair.baseline(), pair.suspect(), changes, gaps.baseline(), gaps.suspect(), pair.scope().leftOut(),
                openCase.comparisonCatalogues(comparison));
    }
}
