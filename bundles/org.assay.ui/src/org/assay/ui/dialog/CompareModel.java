package org.assay.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.app.CatalogueFiles;
import org.assay.app.CompareSnapshots;
import org.assay.app.GapSentences;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.ui.text.DisplayText;
import org.assay.ui.text.Texts;

/** Which two snapshots the analyst wants compared. Begins with the latest whole baseline and the latest whole other snapshot. */
public final class CompareModel {

    private final List<Snapshot> snapshots;
    private final ArgumentForm form = new ArgumentForm();
    private int baseline;
    private int suspect;

    /** {@code catalogues} are those of one's own unless others are chosen. */
    public CompareModel(List<Snapshot> snapshots, List<Path> catalogues) {
        form.values().put(CatalogueFiles.ARGUMENT, catalogues);
        this.snapshots = List.copyOf(snapshots);
        for (int index = 0; index < snapshots.size(); index++) {
            if (snapshots.get(index).state().isWhole()) {
                baseline = snapshots.get(index).role() == Role.BASELINE ? index : baseline;
                suspect = snapshots.get(index).role() == Role.BASELINE ? suspect : index;
            }
        }
    }

    /** What to choose from, in the order of the indices. */
    List<String> choices() {
        return snapshots.stream().map(snapshot -> Texts.of("compare.choice", String.valueOf(snapshot.id()),
                DisplayText.line(snapshot.host()), DisplayText.of(snapshot.role()),
                snapshot.label().isEmpty() ? "" : Texts.of("compare.label", DisplayText.line(snapshot.label())),
                DisplayText.time(snapshot.started()), DisplayText.of(snapshot.state()))).toList();
    }

    /** What is entered besides the two snapshots. */
    ArgumentForm form() {
        return form;
    }

    int baseline() {
        return baseline;
    }

    void baseline(int index) {
        baseline = index;
    }

    int suspect() {
        return suspect;
    }

    void suspect(int index) {
        suspect = index;
    }

    /** Why these two cannot be compared, as a sentence; empty when they can. */
    Optional<String> problem() {
        return baseline == suspect ? Optional.of(Texts.of("compare.same"))
                : chosen().flatMap(snapshot -> CompareSnapshots.obstacle(snapshot).stream()).findFirst().map(DisplayText::sentence);
    }

    private Stream<Snapshot> chosen() {
        return Stream.of(baseline, suspect).map(snapshots::get);
    }

    /** What to keep in mind about the result, in sentences. */
    Optional<String> warning() {
        String gaps = chosen().flatMap(snapshot -> GapSentences.ofSnapshot(snapshot).stream()
                .map(sentence -> "#" + snapshot.id() + ": " + sentence + ".")).collect(Collectors.joining(" "));
        return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps);
    }

    public CompareSnapshots request() {
        form.values().put(CompareSnapshots.BASELINE, snapshots.get(baseline).id());
        form.values().put(CompareSnapshots.SUSPECT, snapshots.get(suspect).id());
        return CompareSnapshots.of(form.values());
    }
}
