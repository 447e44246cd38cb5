package org.assay.app;

import java.util.List;

import org.assay.model.change.ChangeCounts;
import org.assay.model.change.Comparison;
import org.assay.model.change.PickedRows;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Glob;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;

/**
 * A comparison's changes with the tags that hold for them, by number, and what is not known.
 *
 * @param changes read from the case when they are asked for, so only while it is open
 * @param baselineGaps what is not known of the baseline: what it could not read, and what only the suspect was asked for
 * @param suspectGaps the same of the suspect
 * @param leftOut what was left out on purpose, in words
 * @param catalogues the user's own startup locations that it was made with
 */
public record ChangeList(Comparison comparison, Snapshot baseline, Snapshot suspect, List<TaggedChange> changes, List<Gap> baselineGaps,
        List<Gap> suspectGaps, List<String> leftOut, List<OwnCatalogue> catalogues) {

    /** The same with all rows in memory, for who needs them when the case is closed. */
    public ChangeList held() {
        return new ChangeList(comparison, baseline, suspect, List.copyOf(changes), baselineGaps, suspectGaps, leftOut, catalogues);
    }

    /** The part of this whose locations match, with the gaps at, above and within them. */
    public ChangeList within(Glob glob) {
        ComparedGaps gaps = gaps().within(glob);
        return new ChangeList(comparison, baseline, suspect,
                PickedRows.where(changes, row -> glob.matches(row.change().location())), gaps.baseline(), gaps.suspect(),
                leftOut, catalogues);
    }

    /** How many of what kind there are. */
    public ChangeCounts counts() {
        return ChangeCounts.of(changes.stream().map(TaggedChange::change)::iterator);
    }

    /** What neither side could read. */
    public ComparedGaps gaps() {
        return new ComparedGaps(baselineGaps, suspectGaps);
    }
}
