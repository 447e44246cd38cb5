package org.assay.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.assay.model.change.Change;
import org.assay.model.change.Comparison;
import org.assay.model.change.Tag;
import org.assay.model.custody.CustodyEntry;
import org.assay.model.custody.Seal;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;

/** What a case was told to keep. */
record CaseState(List<Snapshot> finished, Map<Comparison, List<Change>> comparisons, Set<Tag> tags, List<CustodyEntry> log,
        List<Seal> seals) {

    static CaseState of(CaseFile caseFile) {
        return new CaseState(caseFile.snapshots().stream().filter(one -> one.state() != SnapshotState.RUNNING).toList(),
                caseFile.comparisons().stream().collect(Collectors.toMap(one -> one, one -> changes(caseFile, one))),
                Set.copyOf(caseFile.tags()), caseFile.custody().entries(), caseFile.custody().seals());
    }

    private static List<Change> changes(CaseFile caseFile, Comparison comparison) {
        return StreamSupport.stream(caseFile.changes(comparison.id()).spliterator(), false).toList();
    }

    /** Whether all that {@code earlier} has is here as well; tags may be those of another state. */
    boolean keeps(CaseState earlier) {
        return finished.containsAll(earlier.finished) && comparisons.entrySet().containsAll(earlier.comparisons.entrySet())
                && log.size() >= earlier.log.size() && log.subList(0, earlier.log.size()).equals(earlier.log)
                && seals.containsAll(earlier.seals);
    }
}
