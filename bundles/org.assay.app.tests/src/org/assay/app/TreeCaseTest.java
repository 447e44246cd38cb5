package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.app.policy.KnownSources;
import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.Decision;
import org.assay.model.change.OldFingerprint;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Glob;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Bytes;

/** The main job on real trees and a real case file. */
class TreeCaseTest {

    @TempDir
    private Path folder;

    private Path tree;
    private Case openCase;

    @BeforeEach
    void layTheTree() throws IOException {
        tree = Files.createDirectories(folder.resolve("tree"));
        for (String name : List.of("kept.txt", "modified.txt", "removed.txt", "renamed.txt", "chmod.sh", "line\nbreak",
                "$(touch x) '\"%&.sh")) {
            Files.writeString(tree.resolve(name), "content of " + name);
        }
        Files.createDirectories(tree.resolve("sub/deep"));
        Files.writeString(tree.resolve("sub/deep/kept"), "deep");
        Files.createSymbolicLink(tree.resolve("link"), Path.of("kept.txt"));
        openCase = Case.create(folder.resolve("case"));
    }

    @AfterEach
    void closeTheCase() {
        openCase.close();
    }

    @Test
    void anUnchangedTreeHasNoChangesWhereverItIsMounted() throws IOException {
        capture(Role.BASELINE);
        tree = Files.move(tree, folder.resolve("elsewhere"));
        capture(Role.SUSPECT);
        assertEquals(List.of(), compare(1, 2));
    }

    @Test
    void exactlyWhatWasDoneIsShown() throws IOException {
        capture(Role.BASELINE);
        changeTheTree();
        capture(Role.SUSPECT);
        assertEquals(List.of("ADDED /added.txt", "MODIFIED /chmod.sh [MODE]", "MODIFIED /link [LINK_TARGET]",
                "MODIFIED /modified.txt [CONTENT, MODIFIED_TIME, SIZE]", "MOVED /new name.txt", "REMOVED /line\\nbreak",
                "REMOVED /removed.txt"),
                compare(1, 2));
    }

    @Test
    void tagsHoldAfterReopeningAndInTheNextComparison() throws IOException {
        capture(Role.BASELINE);
        changeTheTree();
        capture(Role.SUSPECT);
        compare(1, 2);
        new TagChanges(1, new ChangeSelection.Matching(new Glob("/added*")), Decision.QUARANTINE, "a note", "ann").run(openCase);
        openCase.close();

        openCase = Case.open(folder.resolve("case.mv.db"));
        capture(Role.SUSPECT);
        compare(1, 3);
        assertEquals(List.of("/added.txt"), tagged(2));
        assertEquals("ann: a note", openCase.tags().stream().map(tag -> tag.analyst() + ": " + tag.note()).findFirst().orElseThrow());

        Files.writeString(tree.resolve("added.txt"), "something else by now");
        capture(Role.SUSPECT);
        compare(1, 4);
        assertEquals(List.of(), tagged(3), "the decision was about other content");
    }

    @Test
    void aDecisionIsReplacedAndTakenBack() throws IOException {
        capture(Role.BASELINE);
        changeTheTree();
        capture(Role.SUSPECT);
        compare(1, 2);
        ChangeSelection first = new ChangeSelection.Numbers(Set.of(1));
        new TagChanges(1, first, Decision.QUARANTINE, "", "ann").run(openCase);
        new TagChanges(1, first, Decision.ACCEPT, "", "bob").run(openCase);
        assertEquals(List.of(Decision.ACCEPT), openCase.tags().stream().map(tag -> tag.decision()).toList());
        assertEquals(1, new RemoveTags(1, first).run(openCase));
        assertEquals(List.of(), openCase.tags());
    }

    /** As they are in a case whose tags an Assay with the old fingerprint stored. */
    @Test
    void aTagWithAnOldFingerprintHoldsAndIsReplacedAndTakenBack() throws IOException {
        capture(Role.BASELINE);
        changeTheTree();
        capture(Role.SUSPECT);
        compare(1, 2);
        ChangeSelection first = new ChangeSelection.Numbers(Set.of(1));
        Tag tag = new TagChanges(1, first, Decision.QUARANTINE, "", "ann").run(openCase).getFirst().tag().orElseThrow();
        Change change = new ListChanges(1).run(openCase).changes().getFirst().change();
        List<Bytes> fingerprints = OldFingerprint.all(change);
        assertFalse(fingerprints.contains(tag.fingerprint()));
        for (Bytes fingerprint : fingerprints) {
            assertOldTagHolds(tag, fingerprint, first);
        }
    }

    private void assertOldTagHolds(Tag tag, Bytes fingerprint, ChangeSelection first) {
        Tag old = new Tag(tag.host(), tag.location(), fingerprint, Decision.REPAIR, "old", "ann", tag.decided());
        openCase.store().replaceTags(openCase.tags(), List.of(old));
        assertEquals(List.of("/added.txt"), tagged(1));

        new TagChanges(1, first, Decision.ACCEPT, "", "bob").run(openCase);
        assertEquals(List.of(tag.fingerprint()), openCase.tags().stream().map(Tag::fingerprint).toList());
        openCase.store().replaceTags(openCase.tags(), List.of(old));
        assertEquals(1, new RemoveTags(1, first).run(openCase));
        assertEquals(List.of(), openCase.tags());
    }

    @Test
    void touchedLinksAndPipesKeepTheirTags() throws Exception {
        capture(Role.BASELINE);
        Files.createSymbolicLink(tree.resolve("new link"), Path.of("kept.txt"));
        assertEquals(0, new ProcessBuilder("mkfifo", tree.resolve("pipe").toString()).start().waitFor());
        capture(Role.SUSPECT);
        compare(1, 2);
        new TagChanges(1, new ChangeSelection.Matching(new Glob("**")), Decision.QUARANTINE, "", "ann").run(openCase);
        assertEquals(List.of("/new link", "/pipe"), tagged(1));
        assertEquals(0, new ProcessBuilder("touch", "-h", "-d", "2001-01-01", tree.resolve("new link").toString(),
                tree.resolve("pipe").toString()).start().waitFor());
        capture(Role.SUSPECT);
        compare(1, 3);
        assertEquals(List.of("/new link", "/pipe"), tagged(2));
    }

    @Test
    void aCancelledCaptureSaysSoAndIsNotCompared() {
        capture(Role.BASELINE);
        Snapshot cancelled = request(Role.SUSPECT).run(openCase, Progress.quiet(() -> true));
        assertEquals(SnapshotState.CANCELLED, cancelled.state());
        AssayException refused = assertThrows(AssayException.class, () -> compare(1, 2));
        assertTrue(refused.getMessage().contains("CANCELLED"), refused.getMessage());
    }

    @Test
    void evidenceThatIsMissingLeavesNoSnapshotBehind() {
        tree = folder.resolve("missing");
        assertThrows(AssayException.class, () -> capture(Role.BASELINE));
        assertEquals(List.of(), openCase.snapshots());
    }

    private void changeTheTree() throws IOException {
        Files.writeString(tree.resolve("added.txt"), "new");
        Files.writeString(tree.resolve("modified.txt"), "more", StandardOpenOption.APPEND);
        Files.delete(tree.resolve("removed.txt"));
        Files.delete(tree.resolve("line\nbreak"));
        Files.move(tree.resolve("renamed.txt"), tree.resolve("new name.txt"));
        Files.setPosixFilePermissions(tree.resolve("chmod.sh"), PosixFilePermissions.fromString("rw-------"));
        Files.delete(tree.resolve("link"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("/etc/passwd"));
    }

    private CaptureSnapshot request(Role role) {
        return new CaptureSnapshot("PC", role, "", List.of(new Evidence(SourceKind.TREE, "", tree.toString())), CatalogueFiles.NONE,
                CaptureOptions.standard());
    }

    private void capture(Role role) {
        assertEquals(SnapshotState.COMPLETE, request(role).run(openCase, Progress.NONE).state());
    }

    private List<String> compare(long baseline, long suspect) {
        return new CompareSnapshots(baseline, suspect, CatalogueFiles.NONE, KnownSources.NONE, CompareSnapshots.USUAL).run(openCase,
                Progress.NONE).changes().stream().map(TaggedChange::change)
                .map(TreeCaseTest::text).sorted().toList();
    }

    private List<String> tagged(long comparison) {
        return new ListChanges(comparison).run(openCase).changes().stream().filter(row -> row.tag().isPresent())
                .map(row -> row.change().location().text()).toList();
    }

    private static String text(Change change) {
        return change.kind() + " " + change.location().text()
                + (change.attributes().isEmpty() ? "" : " " + change.attributes().stream().map(Enum::name).sorted().toList());
    }
}
