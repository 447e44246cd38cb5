package org.assay.app;

import java.util.List;

import org.assay.model.Gap;
import org.assay.model.Snapshot;
import org.assay.model.StartupRow;

/**
 * Everything that starts by itself in one snapshot, and what could not be read.
 *
 * @param gaps what the capture could not read
 * @param unread what names something that starts and could not be understood; each has a row of its own besides
 */
public record SnapshotStartup(Snapshot snapshot, List<StartupRow> rows, List<Gap> gaps, List<Gap> unread) {
}
