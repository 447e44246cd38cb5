package org.assay.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.model.AssayException;
import org.assay.model.CaptureOptions;
import org.assay.model.ErrorCode;
import org.assay.model.Evidence;
import org.assay.model.Progress;
import org.assay.model.Snapshot;
import org.assay.model.Source;
import org.assay.model.Visible;

/**
 * Goes on with a capture that was killed, cancelled or failed: reads the same evidence with the same options, but does not hash again what
 * is stored and was not touched since.
 *
 * @param own startup locations of the user's own, which a case does not keep
 */
public record ResumeCapture(long snapshot, OwnLocations own) {

    /** With the standard catalogue of startup locations. */
    public ResumeCapture(long snapshot) {
        this(snapshot, OwnLocations.NONE);
    }

    /**
     * Goes on with the latest snapshot of the case that is not whole.
     *
     * @throws AssayException {@code WRONG_USAGE} when there is none
     */
    public static ResumeCapture latest(Case openCase, OwnLocations own) {
        return openCase.snapshots().reversed().stream().filter(one -> !one.state().isWhole()).findFirst()
                .map(one -> new ResumeCapture(one.id(), own))
                .orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "No snapshot of the case was broken off: there is nothing to "
                        + "resume."));
    }

    /** Captures as {@link CaptureSnapshot#run} does. Evidence that is not there any more fails and leaves the snapshot as it is. */
    public Snapshot run(Case openCase, Progress progress) {
        obstacle(openCase).ifPresent(sentence -> {
            throw new AssayException(ErrorCode.WRONG_USAGE, sentence);
        });
        Snapshot stored = openCase.snapshot(snapshot);
        CaptureOptions options = stored.attempts().getLast().circumstances().options();
        List<Evidence> evidence = stored.sources().stream().filter(source -> source.path().isPresent()).map(this::evidence).toList();
        try (StoredFiles earlier = new StoredFiles(openCase.store().view(snapshot))) {
            return new CaptureWork(evidence, options, own)
                    .run(() -> openCase.store().resume(snapshot, Surroundings.now(options)), earlier, progress);
        }
    }

    /** Why the capture cannot be resumed, as a sentence; empty when it can, if its evidence is still there. */
    public Optional<String> obstacle(Case openCase) {
        boolean known = !openCase.snapshot(snapshot).attempts().isEmpty();
        try {
            openCase.store().requireResumable(snapshot);
        } catch (AssayException e) {
            if (e.code() != ErrorCode.WRONG_USAGE) {
                throw e;
            }
            return Optional.of(e.getMessage());
        }
        return known ? Optional.empty() : Optional.of("Snapshot " + snapshot + " was captured by an Assay that did not note how: it cannot "
                + "be resumed. Capture again.");
    }

    private Evidence evidence(Source source) {
        try {
            return new Evidence(source.kind(), source.name(), Path.of(source.path().orElseThrow()));
        } catch (RuntimeException e) {
            throw new AssayException(ErrorCode.SOURCE, "Snapshot " + snapshot + " was captured from " + Visible.text(source.origin())
                    + ", which is no path on this system. Resume it where it was begun, or capture again.", e);
        }
    }
}
