package org.assay.model.custody;

import java.util.List;

import org.assay.model.casefile.SnapshotDependents;
import org.assay.model.casefile.StoredDigest;

/**
 * A copy of a case with some of its snapshots, to be handed over. Its numbers and its custody log are those of the original, so seals over
 * what is in it hold on.
 *
 * @param digest over everything in it
 * @param head where its custody log ends
 * @param leftOut what it does not hold, a snapshot each
 */
public record PartialCopy(StoredDigest digest, LogHead head, List<SnapshotDependents> leftOut) {

    public PartialCopy {
        leftOut = List.copyOf(leftOut);
    }
}
