package org.assay.app;

import java.util.List;
import java.util.function.Supplier;

import org.assay.app.capture.DeferredSnapshot;
import org.assay.capture.Capture;
import org.assay.capture.CaptureOutcome;
import org.assay.capture.CaptureRequest;
import org.assay.compare.ComparedContent;
import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.store.SnapshotWriter;

/** Reads evidence into a snapshot, whether that is new or resumed. */
record CaptureWork(List<Evidence> evidence, CaptureOptions options, List<OwnCatalogue> own) {

    /** The settings that start something, and what a comparison reads. */
    private KeptContent kept() {
        return KeptContent.mostOf(CatalogueFiles.standardWith(own).keptContent(), ComparedContent.KEPT);
    }

    /** Captures what {@code earlier} does not know already; {@code begin} is asked for the snapshot when the first thing was read. */
    Snapshot run(Supplier<SnapshotWriter> begin, EarlierItems earlier, Progress progress) {
        CaptureRequest request = new CaptureRequest(evidence, options, kept(), earlier);
        try (DeferredSnapshot snapshot = new DeferredSnapshot(begin)) {
            try {
                CaptureOutcome outcome = new Capture().run(request, snapshot, progress);
                return snapshot.finish(outcome.cancelled() ? SnapshotState.CANCELLED
                        : outcome.gaps() > 0 ? SnapshotState.PARTIAL : SnapshotState.COMPLETE, outcome.reading());
            } catch (AssayException failure) {
                throw snapshot.fail(failure).map(sentence ->
                        new AssayException(failure.code(), failure.getMessage() + " " + sentence, failure))
                        .orElse(failure);
            } catch (RuntimeException | Error failure) {
                snapshot.fail(failure);
                throw failure;
            }
        }
    }
}
