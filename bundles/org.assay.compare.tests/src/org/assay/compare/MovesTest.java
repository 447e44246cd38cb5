package org.assay.compare;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.file;
import static org.assay.testkit.Items.link;
import static org.assay.testkit.Items.place;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.text.Bytes;
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

    @Test
    void manyThatMovedInAnotherOrderAreEachToldByThemselves() {
        int many = 20_000;
        Item[] before = IntStream.range(0, many).mapToObj(at -> file("C:/a/" + (100_000 + at), "content " + at)).toArray(Item[]::new);
        Item[] after = IntStream.range(0, many).mapToObj(at -> file("C:/b/" + (100_000 + at), "content " + at * 7919 % many))
                .toArray(Item[]::new);
        List<Change> changes = compare(ListView.of(before), ListView.of(after));
        assertEquals(many, changes.size());
        changes.forEach(change -> {
            assertEquals(ChangeKind.MOVED, change.kind());
            assertEquals(((FileItem) change.before().orElseThrow()).sha256(), ((FileItem) change.item()).sha256());
        });
    }

    @Test
    void twoContentsWhoseDigestsBeginAlikeAreTwoAndNoneIsLost() {
        assertEquals(List.of(ChangeKind.REMOVED, ChangeKind.ADDED),
                kinds(compare(ListView.of(digested("C:/a", "01")), ListView.of(digested("C:/b", "02")))));
        assertEquals(List.of(ChangeKind.REMOVED, ChangeKind.MOVED, ChangeKind.ADDED), kinds(compare(
                ListView.of(digested("C:/a", "01"), digested("C:/b", "03")), ListView.of(digested("C:/c", "03"), digested("C:/d", "02")))));
    }

    /** A file whose digest begins with the same bytes as any other's of {@code end}'s first digit. */
    private static FileItem digested(String path, String end) {
        FileItem file = file(path, "some");
        String begin = end.equals("03") ? "ee" : "dd";
        return new FileItem(file.location(), file.kind(), file.sizeBytes(), file.times(), file.mode(), file.owner(), file.group(),
                Optional.of(Bytes.ofHex(begin.repeat(31) + end)), file.target(), file.details());
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
