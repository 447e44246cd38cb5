package org.assay.app;

import java.util.ArrayList;
import java.util.List;

import org.assay.model.change.CommonScope;
import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonOptions;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Scope;
import org.assay.model.snapshot.Snapshot;

/**
 * Two snapshots with where their scopes meet.
 *
 * @param unread what either could not read
 */
public record ComparedSnapshots(Snapshot baseline, Snapshot suspect, CommonScope scope, ComparedGaps unread) {

    static ComparedSnapshots of(Case openCase, long baseline, long suspect, ComparisonOptions options) {
        Snapshot before = openCase.snapshot(baseline);
        Snapshot after = openCase.snapshot(suspect);
        return new ComparedSnapshots(before, after, scope(openCase, before, after, options),
                new ComparedGaps(openCase.gaps(baseline), openCase.gaps(suspect)));
    }

    private static CommonScope scope(Case openCase, Snapshot baseline, Snapshot suspect, ComparisonOptions options) {
        return new CommonScope(Scope.of(baseline, openCase.store().view(baseline.id())),
                Scope.of(suspect, openCase.store().view(suspect.id())), options);
    }

    /** Where the scopes of the two that were compared meet. */
    static CommonScope scope(Case openCase, Comparison comparison) {
        return scope(openCase, openCase.snapshot(comparison.baseline()), openCase.snapshot(comparison.suspect()),
                comparison.basis().options());
    }

    /** The two of a stored comparison. */
    public static ComparedSnapshots of(Case openCase, Comparison comparison) {
        return of(openCase, comparison.baseline(), comparison.suspect(), comparison.basis().options());
    }

    /** What is not known of either side: what it could not read, and what only the other was asked for. */
    public ComparedGaps gaps() {
        return new ComparedGaps(joined(scope.baselineGaps(), unread.baseline()), joined(scope.suspectGaps(), unread.suspect()));
    }

    private static List<Gap> joined(List<Gap> one, List<Gap> other) {
        List<Gap> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
