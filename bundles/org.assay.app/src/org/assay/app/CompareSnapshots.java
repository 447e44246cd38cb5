package org.assay.app;

import java.util.List;
import java.util.Optional;

import org.assay.compare.SnapshotComparison;
import org.assay.model.AssayException;
import org.assay.model.Change;
import org.assay.model.Comparison;
import org.assay.model.ErrorCode;
import org.assay.model.OwnCatalogue;
import org.assay.model.Progress;
import org.assay.model.Snapshot;
import org.assay.model.StartupRow;
import org.assay.startup.StartupComparison;

/**
 * Compares two snapshots of a case and stores the comparison.
 *
 * @param catalogues the user's own startup locations to search besides the standard ones; where none are given, those that the snapshots
 *        were captured with. They are kept with the comparison.
 */
public record CompareSnapshots(long baseline, long suspect, CatalogueFiles catalogues) {

    public static final Argument<Long> BASELINE = Argument.required("baseline", "Before", "The number of the snapshot that counts as"
            + " before.", "BASELINE", ArgumentType.WholeNumber.ID);
    public static final Argument<Long> SUSPECT = Argument.required("suspect", "After", "The number of the snapshot that counts as after.",
            "SUSPECT", ArgumentType.WholeNumber.ID);

    /** The comparison that {@code values} describe. */
    public static CompareSnapshots of(ArgumentValues values) {
        return new CompareSnapshots(values.get(BASELINE), values.get(SUSPECT), new CatalogueFiles(values.get(CatalogueFiles.ARGUMENT)));
    }

    /** Compares; one of the same pair that says the same is found again. Fails for a snapshot that is not whole. */
    public ChangeList run(Case openCase, Progress progress) {
        requireWhole(openCase.snapshot(baseline));
        requireWhole(openCase.snapshot(suspect));
        List<Change> changes = SnapshotComparison.run(openCase.store().view(baseline), openCase.store().view(suspect), progress);
        List<OwnCatalogue> own = catalogues.readOr(CatalogueFiles.kept(openCase, baseline, suspect));
        List<StartupRow> startup = StartupRows.of(openCase, own, baseline, suspect, changes, progress).rows();
        Comparison comparison = openCase.store().saveComparison(baseline, suspect, StartupComparison.mark(changes, startup), own);
        return new ListChanges(comparison.id()).run(openCase);
    }

    private static void requireWhole(Snapshot snapshot) {
        obstacle(snapshot).ifPresent(sentence -> {
            throw new AssayException(ErrorCode.WRONG_USAGE, sentence);
        });
    }

    /** Why nothing can be compared with {@code snapshot}, as a sentence; empty when something can. */
    public static Optional<String> obstacle(Snapshot snapshot) {
        return GapSentences.ofUnfinished(snapshot).map(lacks -> "snapshot " + snapshot.id() + " is " + snapshot.state() + ": " + lacks
                + ", so what it lacks would look removed; resume its capture or capture again");
    }
}
