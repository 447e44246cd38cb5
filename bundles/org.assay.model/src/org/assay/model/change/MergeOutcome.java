package org.assay.model.change;

import java.util.List;

/**
 * What came into a case from another.
 *
 * @param snapshots the new snapshots by their numbers here
 * @param known how many snapshots were here already
 * @param comparisons the new comparisons by their numbers here
 * @param tags how many tags came, new or in place of ours
 * @param entries how many entries of the incident's log came
 * @param conflicts the tags that disagreed
 * @param leftOut what did not come, a phrase each
 */
public record MergeOutcome(List<Long> snapshots, int known, List<Long> comparisons, int tags, int entries,
        List<TagConflict> conflicts, List<String> leftOut) {

    public MergeOutcome {
        snapshots = List.copyOf(snapshots);
        comparisons = List.copyOf(comparisons);
        conflicts = List.copyOf(conflicts);
        leftOut = List.copyOf(leftOut);
    }
}
