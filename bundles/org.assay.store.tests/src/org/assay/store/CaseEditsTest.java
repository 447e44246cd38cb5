package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.casefile.SnapshotDependents;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.CustodyAction;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.testkit.Items;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseEditsTest extends CaseTest {

    private static final String BOTH = "what both have";
    private static final String FIRST = "what the first one has";
    private static final Bytes OWN = Bytes.copyOf("[]".getBytes(StandardCharsets.UTF_8));

    @BeforeEach
    void captureCompareAndTag() {
        capture("pc", List.of(file("a", FIRST), file("b", BOTH)), List.of());
        capture("pc", List.of(file("b", BOTH)), List.of(new OwnCatalogue("own.json", OWN)));
        capture("other", List.of(file("b", BOTH)), List.of());
        Item gone = file("a", FIRST);
        caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, List.of(Change.of(1, ChangeKind.REMOVED, Optional.of(gone), Optional.empty(),
                Set.of(), List.of())), List.of());
        caseFile.saveComparison(2, 3, ComparisonBasis.USUAL, List.of(), List.of());
        caseFile.saveTags(List.of(tag("pc"), tag("other")));
    }

    @Test
    void aSnapshotGoesWithItsComparisonsAndTheFilesThatOnlyItHas() {
        SnapshotDependents goes = new SnapshotDependents(1, List.of(1L), List.of(), 0, 1);
        assertEquals(goes, caseFile.edits().dependents(1, Progress.NONE));
        assertEquals(3, caseFile.snapshots().size());
        assertEquals(goes, caseFile.edits().remove(1, Progress.NONE));
        assertEquals(List.of(2L, 3L), caseFile.snapshots().stream().map(one -> one.id()).toList());
        assertEquals(List.of(2L), caseFile.comparisons().stream().map(one -> one.id()).toList());
        assertEquals(2, caseFile.tags().size());
        assertTrue(caseFile.view(2).content(Sha256.of(bytes(FIRST))).isEmpty());
        assertTrue(caseFile.view(2).content(Sha256.of(bytes(BOTH))).isPresent());
        assertEquals(1, caseFile.snapshotCatalogues(2).size());
        assertWhole();
    }

    @Test
    void theLastSnapshotOfAHostTakesItsTagsWithIt() {
        assertEquals(new SnapshotDependents(3, List.of(2L), List.of(), 1, 0), caseFile.edits().remove(3, Progress.NONE));
        assertEquals(List.of("pc"), caseFile.tags().stream().map(Tag::host).toList());
        assertWhole();
        assertEquals(2, caseFile.edits().renameHost("pc", "other"));
        assertWhole();
    }

    @Test
    void whatIsRemovedStandsInTheLog() {
        caseFile.custody().seal(1, OWN, Instant.EPOCH, "by nobody");
        caseFile.edits().remove(1, Progress.NONE);
        assertEquals(List.of("comparison 1", "seal 1", "snapshot 1"), caseFile.custody().entries().stream()
                .filter(entry -> entry.action() == CustodyAction.REMOVED).map(entry -> entry.subject().text()).toList());
        assertTrue(caseFile.custody().entries().getLast().result().startsWith("BASELINE of pc, COMPLETE, 2 items, SHA-256 of its blocks "));
        assertWhole();
    }

    @Test
    void whatTheCaseDoesNotHaveOrIsBeingCapturedIsNotRemoved() {
        assertUsage(() -> caseFile.edits().remove(9, Progress.NONE));
        try (SnapshotWriter writer = caseFile.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of())) {
            assertUsage(() -> caseFile.edits().remove(writer.id(), Progress.NONE));
        }
        assertEquals(4, caseFile.edits().remove(4, Progress.NONE).snapshot());
        assertWhole();
    }

    @Test
    void aHostIsRenamedInItsSnapshotsAndTags() {
        assertEquals(2, caseFile.edits().renameHost("pc", "reception"));
        assertEquals(List.of("reception", "reception", "other"), caseFile.snapshots().stream().map(one -> one.host()).toList());
        assertEquals(List.of("other", "reception"), caseFile.tags().stream().map(Tag::host).toList());
        assertWhole();
    }

    @Test
    void aHostThatIsNotThereOrIsSealedIsNotRenamedNorIsOneMadeOfTwo() {
        assertUsage(() -> caseFile.edits().renameHost("PC", "reception"));
        assertUsage(() -> caseFile.edits().renameHost("pc", "other"));
        assertUsage(() -> caseFile.edits().renameHost("pc", " "));
        caseFile.custody().seal(3, OWN, Instant.EPOCH, "by nobody");
        assertUsage(() -> caseFile.edits().renameHost("other", "reception"));
        assertWhole();
    }

    private void capture(String host, List<FileItem> items, List<OwnCatalogue> own) {
        SnapshotWriter writer = caseFile.newSnapshot(host, Role.BASELINE, "", List.of(), Environment.UNKNOWN, own);
        items.forEach(writer::item);
        writer.content(Sha256.of(bytes(BOTH)), bytes(BOTH));
        if (items.size() > 1) {
            writer.content(Sha256.of(bytes(FIRST)), bytes(FIRST));
        }
        writer.finish(SnapshotState.COMPLETE, Reading.NONE);
    }

    private static FileItem file(String name, String content) {
        return Items.file(Location.file("C:", name), content);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static Tag tag(String host) {
        return new Tag(host, Location.file("C:", "a"), Sha256.of(), Decision.REPAIR, "", "me", Instant.EPOCH);
    }

    private void assertWhole() {
        caseFile.verifyAll(Progress.NONE);
        caseFile.custody().verify();
        reopen();
        caseFile.verifyAll(Progress.NONE);
    }

    private static void assertUsage(Runnable work) {
        assertEquals(ErrorCode.WRONG_USAGE, assertThrows(AssayException.class, work::run).code());
    }
}
