package org.assay.app;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.startup.StartupRow;
import org.assay.startup.Catalogue;
import org.assay.startup.StartupComparison;
import org.assay.startup.StartupScan;

/**
 * The startup entries of two snapshots, joined with the verdicts.
 *
 * @param unread what names something that starts, in either snapshot, and could not be understood
 */
record StartupRows(List<StartupRow> rows, List<Gap> unread) {

    static StartupRows of(Case openCase, List<OwnCatalogue> own, ComparedSnapshots pair, Iterable<Change> changes, Progress progress) {
        Catalogue catalogue = CatalogueFiles.standardWith(own);
        StartupScan.Outcome before = StartupScan.run(catalogue, openCase.store().view(pair.baseline().id()), progress);
        StartupScan.Outcome after = StartupScan.run(catalogue, openCase.store().view(pair.suspect().id()), progress);
        List<Gap> unread = new ArrayList<>(before.gaps());
        after.gaps().stream().filter(gap -> !unread.contains(gap)).forEach(unread::add);
        List<Gap> gaps = new ArrayList<>(pair.unread().baseline());
        gaps.addAll(pair.unread().suspect());
        return new StartupRows(StartupComparison.join(before.entries(), after.entries(), changes, gaps, pair.scope()), List.copyOf(unread));
    }
}
