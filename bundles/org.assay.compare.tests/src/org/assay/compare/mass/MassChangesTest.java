package org.assay.compare.mass;

import static org.assay.testkit.Items.at;
import static org.assay.testkit.Items.detailed;
import static org.assay.testkit.Items.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.assay.compare.SnapshotComparison;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.item.ContentTrait;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.testkit.ListView;
import org.junit.jupiter.api.Test;

class MassChangesTest {

    private static final int MANY = 150;
    private static final String LATER = "2026-11-03T02:14:00Z";

    @Test
    void documentsThatBecameChanceAreOneRow() {
        List<Change> changes = compare(many(at -> typed(file(path(at), "text " + at), ContentType.PDF)),
                many(at -> random(at(LATER, file(path(at), "chance " + at)))));
        assertEquals(List.of("150 documents in 3 folders below C:\\Users\\ann lost their type: their content is no known one now or looks"
                + " like chance; their modified times are from 2026-11-03T02:14:00Z to 2026-11-03T02:14:00Z (0 seconds). The first is"
                + " C:\\Users\\ann\\d0\\0.pdf."), sentences(changes));
        assertEquals(MANY - 1, changes.stream().filter(Change::isExplained).count());
        assertEquals(1, changes.stream().filter(change -> change.severity() == Severity.HIGH).count());
    }

    @Test
    void documentsOverwrittenUnderTheirTimesAreOneRow() {
        List<Change> changes = compare(many(at -> file(path(at), "text " + at)), many(at -> file(path(at), "TEXT " + at)));
        assertTrue(sentences(changes).getFirst().contains("were overwritten, and their modified times stayed the same."),
                sentences(changes).toString());
        assertEquals(1, changes.stream().filter(change -> change.severity() == Severity.HIGH).count());
    }

    @Test
    void documentsOverwrittenWithinAnHourAreOneRow() {
        List<Change> changes = compare(many(at -> file(path(at), "text " + at)), many(at -> at(LATER, file(path(at), "TEXT " + at))));
        assertTrue(sentences(changes).getFirst().contains("were overwritten within an hour"), sentences(changes).toString());
    }

    @Test
    void documentsThatGainedAnExtensionAreOneRow() {
        List<Change> changes = compare(many(at -> file(path(at), "text " + at)),
                many(at -> at(LATER, file(path(at) + ".locked", "chance " + at))));
        assertTrue(sentences(changes).getFirst().startsWith("150 documents in 3 folders below C:\\Users\\ann were renamed"),
                sentences(changes).toString());
        assertEquals(2 * MANY - 1, changes.stream().filter(Change::isExplained).count());
    }

    @Test
    void documentsWhoseNamesAreOnlyChanceNowAreOneRow() {
        List<Change> changes = compare(many(at -> file(path(at), "text " + at)),
                many(at -> random(at(LATER, file("C:/Users/ann/d" + at % 3 + "/" + Integer.toHexString(at * 7919), "chance " + at)))));
        assertTrue(sentences(changes).getFirst().startsWith("150 documents in 3 folders"), sentences(changes).toString());
    }

    @Test
    void theNoteThatLiesInTheirFoldersIsOneRowToo() {
        List<Change> changes = compare(many(at -> file(path(at), "text " + at)), Stream.concat(
                many(at -> at(LATER, file(path(at) + ".locked", "chance " + at))).stream(), IntStream.range(0, 3).mapToObj(
                        at -> file("C:/Users/ann/d" + at + "/HOW_TO_PAY.txt", "pay"))).map(Item.class::cast).toList());
        assertEquals("The same new file, HOW_TO_PAY.txt, lies in 3 folders below C:\\Users\\ann whose documents were changed.",
                sentences(changes).getLast());
    }

    @Test
    void documentsThatAreGoneAreOneRow() {
        List<Change> changes = compare(many(at -> file(path(at), "text " + at)), List.of());
        assertEquals(List.of("150 documents in 3 folders below C:\\Users\\ann are gone. The first is C:\\Users\\ann\\d0\\0.pdf."),
                sentences(changes));
    }

    /** An editor, a day's work, a site's update: nothing speaks for them. */
    @Test
    void fewDocumentsAndSitesAreLeftAlone() {
        List<Change> few = compare(many(at -> file(path(at), "text " + at)),
                many(at -> at < 15 ? at(LATER, file(path(at), "TEXT " + at)) : file(path(at), "text " + at)));
        List<Change> site = compare(many(at -> file("/var/www/s/" + at + ".css", "text " + at)),
                many(at -> at(LATER, file("/var/www/s/" + at + ".css", "TEXT " + at))));
        assertEquals(List.of(), sentences(few));
        assertEquals(List.of(), sentences(site));
    }

    /** A folder of a hundred thousand documents must not take the square of that. */
    @Test
    void aLargeFolderIsNotASquare() {
        int count = 60_000;
        List<Item> before = IntStream.range(0, count).<Item>mapToObj(at -> file("C:/d/" + at + ".doc", "t" + at)).toList();
        List<Item> after = IntStream.range(0, count).<Item>mapToObj(at -> random(file("C:/d/x" + at, "c" + at))).toList();
        assertTrue(sentences(compare(before, after)).getFirst().startsWith("60,000 documents in 1 folder"));
    }

    private static String path(int at) {
        return "C:/Users/ann/d" + at % 3 + "/" + at + ".pdf";
    }

    private static List<Item> many(IntFunction<FileItem> item) {
        return IntStream.range(0, MANY).mapToObj(item).<Item>map(one -> one).toList();
    }

    private static FileItem typed(FileItem file, ContentType type) {
        return detailed(file, FileDetails.NONE.withContent(Map.of(), Optional.of(type), Optional.empty()));
    }

    private static FileItem random(FileItem file) {
        return detailed(file, FileDetails.NONE.withContent(Map.of(), Optional.of(ContentType.DATA), Optional.empty())
                .withTraits(Set.of(ContentTrait.RANDOM)));
    }

    private static List<Change> compare(List<Item> before, List<Item> after) {
        return SnapshotComparison.run(ListView.of(sorted(before)), ListView.of(sorted(after)), Progress.NONE);
    }

    private static Item[] sorted(List<Item> items) {
        return items.stream().sorted(Comparator.comparing(Item::location, Location.ORDER)).toArray(Item[]::new);
    }

    private static List<String> sentences(List<Change> changes) {
        return changes.stream().flatMap(change -> change.findings().stream()).filter(finding -> finding.code().equals("mass-change"))
                .map(finding -> finding.sentence()).toList();
    }
}
