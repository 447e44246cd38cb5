package org.assay.app;

import java.util.List;

import org.assay.model.Progress;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;
import org.assay.startup.Catalogue;
import org.assay.startup.StartupComparison;
import org.assay.startup.StartupScan;

/**
 * Computes all startup entries of one stored snapshot, without a baseline.
 *
 * @param catalogues the user's own startup locations to search besides the standard ones; where none are given, those that the snapshot was
 *        captured with
 */
public record ListSnapshotStartup(long snapshot, CatalogueFiles catalogues) {

    public static final Argument<Long> SNAPSHOT = Argument.optional("snapshot", "Snapshot", "List all entries of this one snapshot, without"
            + " a baseline.", "N", ArgumentType.WholeNumber.ID);

    public SnapshotStartup run(Case openCase, Progress progress) {
        Snapshot stored = openCase.snapshot(snapshot);
        List<OwnCatalogue> own = catalogues.readOr(openCase.snapshotCatalogues(snapshot));
        Catalogue catalogue = CatalogueFiles.standardWith(own);
        StartupScan.Outcome found = StartupScan.run(catalogue, openCase.store().view(snapshot), progress);
        return new SnapshotStartup(stored, StartupComparison.alone(found.entries(), catalogue), openCase.gaps(snapshot), found.gaps(),
                own);
    }
}
