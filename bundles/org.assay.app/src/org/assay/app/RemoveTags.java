package org.assay.app;

import java.util.Optional;

import org.assay.model.change.TaggedChange;

/** Takes decisions on changes back. */
public record RemoveTags(long comparison, ChangeSelection selection) {

    /** How many tags were removed. */
    public int run(Case openCase) {
        return openCase.store().removeTags(selection.of(openCase.taggedChanges(openCase.comparison(comparison))).stream()
                .map(TaggedChange::tag).flatMap(Optional::stream).toList());
    }
}
