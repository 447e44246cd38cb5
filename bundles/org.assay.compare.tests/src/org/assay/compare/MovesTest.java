package org.assay.compare;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.field.Attribute;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class MovesTest {

    @Test
    void aFileThatChangedItsPlaceMoved() {
        List<Change> changes = compare(ListView.of(file("C:/a/x", "content")),
                ListView.of(at("2000-01-01T00:00:00Z", file("C:/b/y", "content"))));
        assertEquals(List.of(ChangeKind.MOVED), kinds(changes));
        assertEquals(place("C:/a/x"), changes.getFirst().before().orElseThrow().location());
        assertEquals(place("C:/b/y"), changes.getFirst().location());
        assertEquals(Set.of(Attribute.MODIFIED_TIME), changes.getFirst().attributes());
    }

    @Test
    void emptyFilesDoNotMove() {
        assertEquals(List.of(ChangeKind.REMOVED, ChangeKind.ADDED),
                kinds(compare(ListView.of(file("C:/a", "")), ListView.of(file("C:/b", "")))));
    }

    @Test
    void twoCandidatesOnEitherSideAreLeftOpen() {
        assertEquals(List.of(ChangeKind.REMOVED, ChangeKind.REMOVED, ChangeKind.ADDED),
                kinds(compare(ListView.of(file("C:/a", "1"), file("C:/b", "1")), ListView.of(file("C:/c", "1")))));
        assertEquals(List.of(ChangeKind.REMOVED, ChangeKind.ADDED, ChangeKind.ADDED),
                kinds(compare(ListView.of(file("C:/a", "1")), ListView.of(file("C:/b", "1"), file("C:/c", "1")))));
    }

    @Test
    void aChangedFileThatHadTheContentLeavesItOpen() {
        assertEquals(List.of(ChangeKind.REMOVED, ChangeKind.ADDED, ChangeKind.MODIFIED),
                kinds(compare(ListView.of(file("C:/a", "1"), file("C:/m", "1")), ListView.of(file("C:/b", "1"), file("C:/m", "2")))));
        assertEquals(List.of(ChangeKind.REMOVED, ChangeKind.ADDED, ChangeKind.MODIFIED),
                kinds(compare(ListView.of(file("C:/a", "1"), file("C:/m", "2")), ListView.of(file("C:/b", "1"), file("C:/m", "1")))));
    }

    @Test
    void aCopyThatStayedDoesNotMatter() {
        assertEquals(List.of(ChangeKind.MOVED),
                kinds(compare(ListView.of(file("C:/a", "1"), file("C:/m", "1")), ListView.of(file("C:/b", "1"), file("C:/m", "1")))));
        assertEquals(List.of(ChangeKind.MOVED, ChangeKind.MODIFIED), kinds(compare(ListView.of(file("C:/a", "1"), file("C:/m", "1")),
                ListView.of(file("C:/b", "1"), at("2000-01-01T00:00:00Z", file("C:/m", "1"))))));
    }

    @Test
    void linksDoNotMove() {
        assertEquals(List.of(ChangeKind.REMOVED, ChangeKind.ADDED),
                kinds(compare(ListView.of(link("/a", "x")), ListView.of(link("/b", "x")))));
    }

    @Test
    void aGapOverEitherPlaceLeavesItOpen() {
        ListView before = ListView.of(file("C:/a/x", "1"));
        ListView after = ListView.of(file("C:/b/x", "1"));
        List<ChangeKind> open = List.of(ChangeKind.REMOVED, ChangeKind.ADDED);
        assertEquals(open, kinds(compare(before.withGaps(gap("C:/b")), after)));
        assertEquals(open, kinds(compare(before, after.withGaps(gap("C:/a")))));
        assertEquals(List.of(ChangeKind.MOVED), kinds(compare(before.withGaps(gap("C:/a")), after.withGaps(gap("C:/b")))));
    }

    private static Gap gap(String path) {
        return new Gap(place(path), GapReason.ACCESS_DENIED, "The system refused.");
    }

    private static List<Change> compare(ListView before, ListView after) {
        return SnapshotComparison.run(before, after, Progress.NONE);
    }

    private static List<ChangeKind> kinds(List<Change> changes) {
        return changes.stream().map(Change::kind).toList();
    }
}
