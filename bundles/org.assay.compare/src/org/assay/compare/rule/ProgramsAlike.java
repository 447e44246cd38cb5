package org.assay.compare.rule;

import java.util.List;
import java.util.function.Supplier;

import org.assay.compare.mass.AlikePrograms;
import org.assay.compare.mass.UpdatedPrograms;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.FindingType;
import org.assay.model.snapshot.SnapshotView;

/** An installation or update brings programs by the dozen, and what somebody dropped must not be lost among them. */
final class ProgramsAlike implements MassRule {

    @Override
    public FindingType type() {
        return AlikePrograms.TYPE;
    }

    @Override
    public List<Change> roll(List<Change> changes, SnapshotView baseline, Supplier<ChangeBuffer> buffers) {
        return AlikePrograms.roll(UpdatedPrograms.roll(changes, baseline, buffers), buffers);
    }
}
