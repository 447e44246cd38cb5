package org.assay.ui.dialog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.app.ArgumentValues;
import org.assay.app.CaptureSnapshot;
import org.assay.app.CatalogueFiles;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.EvidenceKind;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SourceKind;

/** What the analyst enters to capture a snapshot. */
public final class CaptureModel {

    private final List<Evidence> evidence = new ArrayList<>();
    private final ArgumentForm form = new ArgumentForm();

    /** {@code proposed} is the role unless another one is chosen, {@code catalogues} are those of one's own unless others are. */
    public CaptureModel(Role proposed, List<Path> catalogues) {
        form.values().put(CatalogueFiles.ARGUMENT, catalogues);
        form.values().put(CaptureSnapshot.ROLE, proposed);
    }

    /** What is entered besides the evidence. */
    ArgumentForm form() {
        return form;
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    /** Adds a piece of evidence, with the name that it is likely to need: a tree that looks like a Windows drive is {@code C:}. */
    void add(SourceKind kind, String path) {
        evidence.add(CaptureSnapshot.proposed(kind, path));
    }

    /** Whether a piece of evidence can have a name. */
    static boolean isNamed(Evidence piece) {
        return CaptureSnapshot.kind(piece).name().isPresent();
    }

    /** Gives the piece of evidence at {@code index} another name, if it can have one. */
    void rename(int index, String name) {
        Evidence old = evidence.get(index);
        if (isNamed(old)) {
            evidence.set(index, new Evidence(old.kind(), name.strip(), old.path()));
        }
    }

    void remove(int index) {
        evidence.remove(index);
    }

    /** What is still missing, as a sentence; empty when the capture can begin. */
    Optional<String> problem() {
        return form.problem(CaptureSnapshot.ARGUMENTS).or(() -> CaptureSnapshot.problem(values()));
    }

    public CaptureSnapshot request() {
        return CaptureSnapshot.of(values());
    }

    private ArgumentValues values() {
        for (EvidenceKind kind : CaptureSnapshot.kinds()) {
            form.values().put(CaptureSnapshot.evidence(kind.kind()),
                    evidence.stream().filter(one -> one.kind().equals(kind.kind())).toList());
        }
        return form.values();
    }
}
