package org.assay.model.casefile;

import java.util.List;

/**
 * What goes with a snapshot that is removed from a case.
 *
 * @param comparisons the numbers of the comparisons with it
 * @param seals the numbers of the seals over it
 * @param tags how many tags its host has, when it is the only snapshot of the host; 0 when there are others, in which they may hold
 * @param contents how many kept files no other snapshot has
 */
public record SnapshotDependents(long snapshot, List<Long> comparisons, List<Long> seals, long tags, long contents) {

    public SnapshotDependents {
        comparisons = List.copyOf(comparisons);
        seals = List.copyOf(seals);
    }
}
