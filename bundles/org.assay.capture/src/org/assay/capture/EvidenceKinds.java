package org.assay.capture;

import java.util.List;
import java.util.Optional;

import org.assay.capture.file.LocalPath;
import org.assay.capture.source.EvidenceSource;
import org.assay.capture.source.EvidenceSources;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Visible;

/** The kinds of evidence that can be captured, for whoever asks a user for some, and evidence as a user writes it and a case keeps it. */
public final class EvidenceKinds {

    private EvidenceKinds() {
    }

    /** All, in the order in which they are offered. */
    public static List<EvidenceKind> all() {
        return EvidenceSources.ALL.stream().map(EvidenceSource::kind).toList();
    }

    /** @throws org.assay.model.AssayException when this Assay cannot read it */
    public static EvidenceKind of(SourceKind kind) {
        return EvidenceSources.of(kind).kind();
    }

    /**
     * Evidence as a user wrote it.
     *
     * @throws org.assay.model.AssayException {@code WRONG_USAGE} when {@code path} is not a valid path on this system
     */
    public static Evidence written(SourceKind kind, String name, String path) {
        return new Evidence(kind, name, LocalPath.written(path));
    }

    /**
     * Evidence as a user wrote it, with the name that it is likely to need.
     *
     * @throws org.assay.model.AssayException {@code WRONG_USAGE} when {@code path} is not a valid path on this system
     */
    public static Evidence proposed(SourceKind kind, String path) {
        String exact = LocalPath.written(path);
        return new Evidence(kind, EvidenceSources.of(kind).proposedName(exact), exact);
    }

    /** What a case keeps, to read the same evidence again. */
    public static Source stored(Evidence evidence) {
        return new Source(evidence.kind(), evidence.name(), Visible.text(LocalPath.whole(evidence.path())),
                Optional.of(LocalPath.stored(evidence.path())));
    }

    /**
     * The evidence that {@link #stored} gave; empty for what was found within other evidence.
     *
     * @throws RuntimeException when its path is none on this system
     */
    public static Optional<Evidence> read(Source source) {
        return source.path().map(path -> new Evidence(source.kind(), source.name(), LocalPath.of(path)));
    }
}
