package org.assay.app;

import java.util.List;

import org.assay.model.Comparison;
import org.assay.model.Gap;
import org.assay.model.Snapshot;
import org.assay.model.TaggedChange;

/**
 * A comparison's changes with the tags that hold for them, by number, and what neither side could read.
 */
public record ChangeList(Comparison comparison, Snapshot baseline, Snapshot suspect, List<TaggedChange> changes, List<Gap> baselineGaps,
        List<Gap> suspectGaps) {
}
