package org.assay.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.assay.model.change.Comparison;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.ui.Samples;
import org.assay.ui.grid.Tint;
import org.assay.ui.work.CaseContents;
import org.junit.jupiter.api.Test;

class CasePresenterTest {

    private static String text(CaseNode node) {
        return CasePresenter.label(node).stream().map(CasePresenter.Piece::text).collect(Collectors.joining());
    }

    private static List<CasePresenter.Piece> label(SnapshotState state) {
        return CasePresenter.label(new CaseNode.SnapshotNode(Samples.snapshot(7, "x", Role.SUSPECT, state, "")));
    }

    @Test
    void hostsHoldTheirSnapshotsAndTheComparisonsInWhichTheyAreTheSuspect() {
        Snapshot gold = Samples.snapshot(1, "gold", Role.BASELINE, SnapshotState.COMPLETE, "image");
        Snapshot ward = Samples.snapshot(2, "ward-12", Role.SUSPECT, SnapshotState.PARTIAL, "");
        Comparison comparison = Samples.comparison(2, Samples.fourChanges().stream().map(TaggedChange::change).toList());
        List<CaseNode> tree = CasePresenter.tree(new CaseContents(List.of(gold, ward), List.of(comparison)));

        assertEquals(List.of("gold", "ward-12"), tree.stream().map(CasePresenterTest::text).toList());
        assertEquals(List.of("#1 baseline  1,234 items  “image”"),
                CasePresenter.children(tree.getFirst()).stream().map(CasePresenterTest::text).toList());
        assertEquals(List.of("#2 suspect  PARTIAL  2 gaps  1,234 items", "#1 → #2  2 gaps  4 changes"),
                CasePresenter.children(tree.getLast()).stream().map(CasePresenterTest::text).toList());
    }

    @Test
    void aSnapshotThatIsNotCompleteIsMarked() {
        assertFalse(label(SnapshotState.COMPLETE).stream().anyMatch(piece -> piece.tint() == Tint.HIGH || piece.tint() == Tint.MEDIUM));
        assertTrue(label(SnapshotState.PARTIAL).contains(new CasePresenter.Piece(Tint.MEDIUM, "  PARTIAL")));
        for (SnapshotState state : List.of(SnapshotState.RUNNING, SnapshotState.CANCELLED, SnapshotState.FAILED)) {
            assertTrue(label(state).contains(new CasePresenter.Piece(Tint.HIGH, "  " + state)));
        }
    }

    @Test
    void aHostileHostNameIsMadeVisible() {
        Snapshot snapshot = Samples.snapshot(1, "a\u202eb\n", Role.BASELINE, SnapshotState.COMPLETE, "\u0007");
        List<CaseNode> tree = CasePresenter.tree(new CaseContents(List.of(snapshot), List.of()));

        assertEquals("a\\u{202e}b\\n", text(tree.getFirst()));
        assertTrue(text(CasePresenter.children(tree.getFirst()).getFirst()).endsWith("“\\x07”"));
    }

    @Test
    void moreIsSaidOfSnapshotsAndComparisons() {
        Snapshot gold = Samples.snapshot(1, "x", Role.BASELINE, SnapshotState.COMPLETE, "");
        String snapshot = CasePresenter.more(new CaseNode.SnapshotNode(gold));
        assertTrue(snapshot.startsWith("State complete, started 2000-05-04 12:00:00 UTC, ended 2000-05-04 12:01:00 UTC\n"
                + "1,234 items, 5.6 MB hashed, 0 gaps\ntree C:: /evidence/c\nSHA-256 "), snapshot);
        assertEquals("Comparison 1, made 2000-05-04 12:00:00 UTC\nno changes",
                CasePresenter.more(new CaseNode.ComparisonNode(Samples.comparison(0, List.of()))));
    }
}
