package org.assay.compare.rule;

import java.util.List;
import java.util.function.Supplier;

import org.assay.compare.mass.MassChanges;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.FindingType;
import org.assay.model.snapshot.SnapshotView;

/** Whoever encrypts or destroys documents does it to all that can be reached: what matters is the whole, not any of them. */
final class MassChange implements MassRule {

    @Override
    public FindingType type() {
        return MassChanges.TYPE;
    }

    @Override
    public List<Change> roll(List<Change> changes, SnapshotView baseline, Supplier<ChangeBuffer> buffers) {
        return MassChanges.roll(changes, buffers);
    }
}
