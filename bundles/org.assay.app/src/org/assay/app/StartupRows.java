package org.assay.app;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.Change;
import org.assay.model.Gap;
import org.assay.model.Progress;
import org.assay.model.StartupEntry;
import org.assay.model.StartupRow;
import org.assay.startup.Catalogue;
import org.assay.startup.StartupComparison;
import org.assay.startup.StartupScan;

/** Computes the startup entries of two snapshots and joins them with the verdicts. */
final class StartupRows {

    private StartupRows() {
    }

    static List<StartupRow> of(Case openCase, long baseline, long suspect, List<Change> changes, Progress progress) {
        Catalogue catalogue = Catalogue.standard();
        List<StartupEntry> before = StartupScan.run(catalogue, openCase.store().view(baseline), progress);
        List<StartupEntry> after = StartupScan.run(catalogue, openCase.store().view(suspect), progress);
        List<Gap> gaps = new ArrayList<>(openCase.gaps(baseline));
        gaps.addAll(openCase.gaps(suspect));
        return StartupComparison.join(before, after, changes, gaps);
    }
}
