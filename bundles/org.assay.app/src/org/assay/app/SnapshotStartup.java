package org.assay.app;

import java.util.List;

import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.startup.StartupRow;

/**
 * All startup entries of one snapshot, and what could not be read.
 *
 * @param gaps what the capture could not read
 * @param unread what names something that starts and could not be understood; each has a row of its own besides
 * @param catalogues the user's own startup locations that were searched besides the standard ones
 */
public record SnapshotStartup(Snapshot snapshot, List<StartupRow> rows, List<Gap> gaps, List<Gap> unread,
        List<OwnCatalogue> catalogues) {
}
