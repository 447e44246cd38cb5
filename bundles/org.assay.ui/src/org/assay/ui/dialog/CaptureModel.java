package org.assay.ui.dialog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.app.Argument;
import org.assay.app.ArgumentValues;
import org.assay.app.CaptureSnapshot;
import org.assay.model.Evidence;
import org.assay.model.Role;
import org.assay.model.SourceKind;

/** What the analyst enters to capture a snapshot. */
public final class CaptureModel {

    private final List<Evidence> evidence = new ArrayList<>();
    private final ArgumentForm form = new ArgumentForm();

    /** {@code proposed} is the role unless another one is chosen. */
    public CaptureModel(Role proposed) {
        form.values().put(CaptureSnapshot.ROLE, proposed);
    }

    /** What is entered besides the evidence. */
    ArgumentForm form() {
        return form;
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    /** Adds a piece of evidence; a tree that looks like a Windows drive is named {@code C:}. */
    void add(SourceKind kind, Path path) {
        evidence.add(new Evidence(kind, kind == SourceKind.TREE && looksLikeWindows(path) ? "C:" : "", path));
    }

    private static boolean looksLikeWindows(Path folder) {
        return Stream.of("Windows", "WINDOWS", "windows", "WINNT").map(folder::resolve).anyMatch(Files::isDirectory);
    }

    /** Gives the piece of evidence at {@code index} another name; exports and lists have none. */
    void rename(int index, String name) {
        Evidence old = evidence.get(index);
        if (old.kind() == SourceKind.TREE || old.kind() == SourceKind.HIVE) {
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
        for (SourceKind kind : SourceKind.values()) {
            form.values().put(argument(kind), evidence.stream().filter(one -> one.kind() == kind).toList());
        }
        return form.values();
    }

    private static Argument<List<Evidence>> argument(SourceKind kind) {
        return switch (kind) {
            case TREE -> CaptureSnapshot.TREES;
            case REG_EXPORT -> CaptureSnapshot.EXPORTS;
            case HIVE -> CaptureSnapshot.HIVES;
            case AUTORUNS -> CaptureSnapshot.AUTORUNS;
        };
    }
}
