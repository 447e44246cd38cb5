package org.assay.compare.rule;

import java.util.List;
import java.util.function.Supplier;

import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.snapshot.SnapshotView;

/** Finds changes that are too many to be read one by one and lets one of them speak for all; asked when what can be explained is. */
public non-sealed interface MassRule extends FindingRule {

    /** {@code changes}, numbered from 1, with this rule's finding on those that speak for many; the many are explained by that. */
    List<Change> roll(List<Change> changes, SnapshotView baseline, Supplier<ChangeBuffer> buffers);
}
