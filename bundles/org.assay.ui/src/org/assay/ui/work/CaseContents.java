package org.assay.ui.work;

import java.util.List;
import java.util.Optional;

import org.assay.app.Case;
import org.assay.model.change.Comparison;
import org.assay.model.snapshot.Snapshot;

/** What a case held when it was last asked. */
public record CaseContents(List<Snapshot> snapshots, List<Comparison> comparisons) {

    static final CaseContents NONE = new CaseContents(List.of(), List.of());

    static CaseContents of(Case openCase) {
        return new CaseContents(openCase.snapshots(), openCase.comparisons());
    }

    /** The names of the hosts, in order. */
    public List<String> hosts() {
        return snapshots.stream().map(Snapshot::host).distinct().sorted().toList();
    }

    public Optional<Snapshot> snapshot(long id) {
        return snapshots.stream().filter(snapshot -> snapshot.id() == id).findFirst();
    }
}
