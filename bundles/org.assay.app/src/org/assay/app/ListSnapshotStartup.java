package org.assay.app;

import org.assay.model.Progress;
import org.assay.model.Snapshot;
import org.assay.startup.Catalogue;
import org.assay.startup.StartupComparison;
import org.assay.startup.StartupScan;

/** Computes everything that starts by itself in one stored snapshot, without a baseline. */
public record ListSnapshotStartup(long snapshot, OwnLocations own) {

    public SnapshotStartup run(Case openCase, Progress progress) {
        Snapshot stored = openCase.snapshot(snapshot);
        Catalogue catalogue = own.catalogue();
        StartupScan.Outcome found = StartupScan.run(catalogue, openCase.store().view(snapshot), progress);
        return new SnapshotStartup(stored, StartupComparison.alone(found.entries(), catalogue), openCase.gaps(snapshot), found.gaps());
    }
}
