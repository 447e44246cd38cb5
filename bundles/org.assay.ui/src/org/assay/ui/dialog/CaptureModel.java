package org.assay.ui.dialog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.app.CaptureSnapshot;
import org.assay.app.CatalogueFiles;
import org.assay.model.CaptureOptions;
import org.assay.model.Evidence;
import org.assay.model.Role;
import org.assay.model.SourceKind;

/** What the analyst enters to capture a snapshot. */
public final class CaptureModel {

    private final List<Evidence> evidence = new ArrayList<>();
    private String host = "";
    private Role role;
    private String label = "";

    /** {@code proposed} is the role unless another one is chosen. */
    public CaptureModel(Role proposed) {
        role = proposed;
    }

    String host() {
        return host;
    }

    void host(String entered) {
        host = entered.strip();
    }

    Role role() {
        return role;
    }

    void role(Role chosen) {
        role = chosen;
    }

    void label(String entered) {
        label = entered.strip();
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
        if (host.isEmpty()) {
            return Optional.of("Enter the name of the machine.");
        }
        if (evidence.isEmpty()) {
            return Optional.of("Add at least one directory tree, .reg export or hive.");
        }
        long names = evidence.stream().filter(piece -> piece.kind() == SourceKind.TREE).map(Evidence::name).distinct().count();
        long trees = evidence.stream().filter(piece -> piece.kind() == SourceKind.TREE).count();
        return names < trees ? Optional.of("Two trees have the same name: give each its own, such as C: and D:.") : Optional.empty();
    }

    public CaptureSnapshot request() {
        return new CaptureSnapshot(host, role, label, evidence(), CatalogueFiles.NONE, CaptureOptions.standard());
    }
}
