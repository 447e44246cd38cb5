package org.assay.app;

import java.util.List;

import org.assay.model.Comparison;
import org.assay.model.Gap;
import org.assay.model.Snapshot;
import org.assay.model.StartupRow;

/** Everything that starts by itself on either side of a comparison, the gravest first, and what could not be read. */
public record StartupList(Comparison comparison, Snapshot baseline, Snapshot suspect, List<StartupRow> rows, List<Gap> baselineGaps,
        List<Gap> suspectGaps) {
}
