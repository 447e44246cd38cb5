package org.assay.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.app.capture.CaptureEnvironment;
import org.assay.app.resume.ReusedHashesRemark;
import org.assay.app.resume.StoredFiles;
import org.assay.capture.EvidenceKinds;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Visible;
import org.assay.store.SnapshotWriter;

/**
 * Goes on with a capture that was killed, cancelled or failed: reads the same evidence with the same options, but does not hash again what
 * is stored and was not touched since. A snapshot that ended with gaps is not altered any more, since comparisons stand on it: what is read
 * now becomes a new one, with a remark on where its digests come from.
 * The user's own startup locations are those that the snapshot was captured with.
 */
public record ResumeCapture(long snapshot) {

    /**
     * Goes on with the latest snapshot of the case that is not whole; where all are, with the last one if it has gaps.
     *
     * @throws AssayException {@code WRONG_USAGE} when there is none
     */
    public static ResumeCapture latest(Case openCase) {
        List<Snapshot> latest = openCase.snapshots().reversed();
        return latest.stream().filter(one -> !one.state().isWhole()).findFirst()
                .or(() -> latest.stream().findFirst().filter(one -> one.state() == SnapshotState.PARTIAL))
                .map(one -> new ResumeCapture(one.id()))
                .orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "No capture of the case was interrupted: there is nothing to "
                        + "resume. Name an older one that has gaps by its number."));
    }

    /** Captures as {@link CaptureSnapshot#run} does. Evidence that is not there any more fails and leaves the snapshot as it is. */
    public Snapshot run(Case openCase, Progress progress) {
        obstacle(openCase).ifPresent(sentence -> {
            throw new AssayException(ErrorCode.WRONG_USAGE, sentence);
        });
        Snapshot stored = openCase.snapshot(snapshot);
        CaptureOptions options = stored.attempts().getLast().environment().options();
        List<Evidence> evidence = stored.sources().stream().flatMap(this::evidence).toList();
        SnapshotView view = openCase.store().view(snapshot);
        try (StoredFiles earlier = new StoredFiles(view)) {
            List<OwnCatalogue> own = openCase.snapshotCatalogues(snapshot);
            return new CaptureWork(evidence, options, own).run(() -> begin(openCase, stored, view, options, own), earlier, progress);
        }
    }

    private SnapshotWriter begin(Case openCase, Snapshot stored, SnapshotView view, CaptureOptions options,
            List<OwnCatalogue> own) {
        Environment now = CaptureEnvironment.now(options);
        List<Remark> origins = stored.state().isWhole() ? new ReusedHashesRemark(snapshot).on(view)
                : openCase.remarks(snapshot).stream().filter(remark -> ReusedHashesRemark.of(remark).isPresent()).distinct().toList();
        SnapshotWriter writer = stored.state().isWhole()
                ? openCase.store().newSnapshot(stored.host(), stored.role(), stored.label(), asked(stored), now, own)
                : openCase.store().resume(snapshot, now);
        origins.forEach(writer::remark);
        return writer;
    }

    private static List<Source> asked(Snapshot stored) {
        return stored.sources().stream().filter(source -> source.path().isPresent()).toList();
    }

    /** Why the capture cannot be resumed, as a sentence; empty when it can, if its evidence is still there. */
    public Optional<String> obstacle(Case openCase) {
        Snapshot stored = openCase.snapshot(snapshot);
        boolean known = !stored.attempts().isEmpty();
        try {
            if (stored.state() != SnapshotState.PARTIAL) {
                openCase.store().requireResumable(snapshot);
            }
        } catch (AssayException e) {
            if (e.code() != ErrorCode.WRONG_USAGE) {
                throw e;
            }
            return Optional.of(e.getMessage());
        }
        return known ? Optional.empty() : Optional.of("Snapshot " + snapshot + " was captured by an Assay that did not note how: it cannot "
                + "be resumed. Capture again.");
    }

    private Stream<Evidence> evidence(Source source) {
        try {
            return EvidenceKinds.read(source).stream();
        } catch (RuntimeException e) {
            throw new AssayException(ErrorCode.SOURCE, "Snapshot " + snapshot + " was captured from " + Visible.text(source.origin())
                    + ", which is not a valid path on this system. Resume it where it was begun, or capture again.", e);
        }
    }
}
