package org.assay.app;

import java.util.List;

import org.assay.model.change.Comparison;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.startup.StartupRow;

/**
 * The startup entries of either side of a comparison, most severe first, and what could not be read.
 *
 * @param baselineGaps what is not known of the baseline: what it could not read, and what only the suspect was asked for
 * @param suspectGaps the same of the suspect
 * @param leftOut what was left out on purpose, in words
 * @param unread what names something that starts, in either snapshot, and could not be understood; each has a row of its own besides
 * @param catalogues the user's own startup locations that were searched besides the standard ones
 */
public record StartupList(Comparison comparison, Snapshot baseline, Snapshot suspect, List<StartupRow> rows, List<Gap> baselineGaps,
        List<Gap> suspectGaps, List<String> leftOut, List<Gap> unread, List<OwnCatalogue> catalogues) {

    /** What neither side could read. */
    public ComparedGaps gaps() {
        return new ComparedGaps(baselineGaps, suspectGaps);
    }
}
