package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.assay.model.AssayException;
import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.change.Finding;
import org.assay.model.field.Attribute;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Bytes;
import org.assay.store.channel.SpilledBytes;
import org.assay.store.snapshot.PackedChanges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonTest extends CaseTest {

    @BeforeEach
    void captureTwice() {
        snapshotWithGaps(2);
        snapshotWithGaps(3);
    }

    @Test
    void changesOfEveryKindComeBackEqual() {
        for (int seed = 0; seed < 10; seed++) {
            List<Change> changes = changes(seed, 300);
            Comparison comparison = caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes, List.of());
            reopen();
            assertEquals(changes, stored(comparison), "seed " + seed);
            assertEquals(comparison, caseFile.comparison(comparison.id()));
        }
        assertEquals(10, caseFile.comparisons().size());
    }

    @Test
    void aComparisonCountsItsChangesAndTheGapsOfBothSides() {
        List<Change> changes = changes(1, 500);
        Map<ChangeKind, Long> counts = new HashMap<>();
        changes.forEach(change -> counts.merge(change.kind(), 1L, Long::sum));
        Comparison comparison = caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes, List.of());
        assertEquals(new Comparison(1, 1, 2, comparison.compared(), ComparisonBasis.USUAL, counts, 5), comparison);
        assertEquals(500, comparison.changes());
        Comparison none = caseFile.saveComparison(2, 1, ComparisonBasis.USUAL, List.of(), List.of());
        assertEquals(Map.of(), none.counts());
        assertEquals(List.of(), stored(none));
        assertEquals(List.of(comparison, none), caseFile.comparisons());
    }

    @Test
    void aComparisonThatCannotBeStoredWholeIsNotStoredAtAll() {
        Change change = changes(1, 1).getFirst();
        assertThrows(IllegalArgumentException.class, () -> caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, List.of(change, change),
                List.of()));
        assertEquals(List.of(), caseFile.comparisons());
        assertEquals(1, caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, List.of(change), List.of()).changes());
    }

    @Test
    void cataloguesAreKeptWithTheComparisonInTheirOrderAndEachContentOnce() {
        OwnCatalogue first = new OwnCatalogue("b.json", Bytes.copyOf(new byte[] {1, 2, 3}));
        OwnCatalogue second = new OwnCatalogue("a.json", Bytes.copyOf(new byte[] {4}));
        OwnCatalogue sameContent = new OwnCatalogue("c.json", first.content());
        caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, List.of(), List.of(first, second, sameContent));
        caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, List.of(), List.of(second));
        caseFile.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of(sameContent)).close();
        reopen();
        assertEquals(List.of(first, second, sameContent), caseFile.comparisonCatalogues(1));
        assertEquals(List.of(second), caseFile.comparisonCatalogues(2));
        assertEquals(List.of(sameContent), caseFile.snapshotCatalogues(3));
        assertEquals(List.of(), caseFile.snapshotCatalogues(1));
    }

    @Test
    void theSameComparisonIsFoundAgain() {
        OwnCatalogue catalogue = new OwnCatalogue("a.json", Bytes.copyOf(new byte[] {4}));
        Comparison first = caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes(1, 2500), List.of());
        Comparison again = caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes(1, 2500), List.of());
        assertEquals(first.id(), again.id());
        assertTrue(again.compared().isAfter(first.compared()), "it is the latest again");
        assertEquals(2, caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes(1, 2499), List.of()).id());
        assertEquals(3, caseFile.saveComparison(2, 1, ComparisonBasis.USUAL, changes(1, 2500), List.of()).id());
        assertEquals(4, caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes(1, 2500), List.of(catalogue)).id());
        assertEquals(4, caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes(1, 2500), List.of(catalogue)).id());
        reopen();
        assertEquals(1, caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes(1, 2500), List.of()).id());
        assertEquals(4, caseFile.comparisons().size());
    }

    @Test
    void changesThatWereTakenAwayOrAlteredAreNoticed() {
        int seed = 0;
        for (String damage : List.of("update change_block set data = x'01' where number = 1",
                "update change_block set data = (select data from change_block where comparison_id = %1$d and number = 0) where number = 1",
                "update change_block set changes = 999 where number = 0", "delete from change_block where number = 2",
                "update change_block set checksum_sha256 = x'" + "00".repeat(32) + "' where number = 0")) {
            Comparison comparison = caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes(seed++, 2500), List.of());
            assertEquals(2500, stored(comparison).size());
            sql((damage + " and comparison_id = %1$d").formatted(comparison.id()));
            AssayException failure = assertThrows(AssayException.class, () -> stored(comparison), damage);
            assertTrue(failure.getMessage().contains("comparison " + comparison.id()), failure.getMessage());
        }
    }

    @Test
    void storedChangesAreReadByTheirPlaces() {
        List<Change> changes = changes(3, 2500);
        List<Change> stored = caseFile.changes(caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes, List.of()).id());
        assertEquals(2500, stored.size());
        for (int at : new int[] {2499, 0, 999, 1000, 1001, 1999, 17, 2000, 1}) {
            assertEquals(changes.get(at), stored.get(at), "change at " + at);
        }
        assertThrows(IndexOutOfBoundsException.class, () -> stored.get(2500));
        assertThrows(IndexOutOfBoundsException.class, () -> stored.get(-1));
    }

    @Test
    void changesOnTheirWayAreTheSameHoweverTheyAreHeld() {
        List<Change> changes = changes(5, 2500);
        for (int most : new int[] {0, 1, 2499, 2500}) {
            PackedChanges buffer = new PackedChanges(most, new SpilledBytes(folder));
            changes.forEach(buffer::add);
            List<Change> held = buffer.end();
            assertEquals(changes, held, "held as they are up to " + most);
            assertEquals(changes.get(1234), held.get(1234), "held as they are up to " + most);
        }
        assertEquals(List.of(), new PackedChanges(0, new SpilledBytes(folder)).end());
    }

    @Test
    void changesInAFileAreReadByNobodyElseAndNothingIsLeft() throws IOException {
        List<Change> changes = changes(6, 2500);
        PackedChanges buffer = new PackedChanges(0, new SpilledBytes(folder));
        List<Path> before = paths();
        changes.forEach(buffer::add);
        Thread.currentThread().interrupt();
        assertEquals(changes, buffer.end());
        assertTrue(Thread.interrupted(), "the interrupt is kept");
        assertEquals(before, paths());
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    private List<Change> stored(Comparison comparison) {
        List<Change> changes = new ArrayList<>();
        caseFile.changes(comparison.id()).forEach(changes::add);
        return changes;
    }

    private void snapshotWithGaps(int gaps) {
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        for (int at = 0; at < gaps; at++) {
            writer.gap(new Gap(Location.file("C:", "g" + at), GapReason.ACCESS_DENIED, ""));
        }
        writer.finish(SnapshotState.PARTIAL, Reading.NONE);
    }

    private static List<Change> changes(int seed, int count) {
        RandomItems items = new RandomItems(seed);
        Random random = new Random(seed);
        List<Change> changes = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Optional<Item> before = items.maybe(items::item);
            Optional<Item> after = before.isEmpty() ? Optional.of(items.item()) : items.maybe(items::item);
            Set<Attribute> attributes = new HashSet<>();
            List<Finding> findings = new ArrayList<>();
            for (int more = random.nextInt(4); more > 0; more--) {
                attributes.add(Attribute.values()[random.nextInt(Attribute.values().length)]);
                findings.add(new Finding(items.text(), Severity.values()[random.nextInt(Severity.values().length)], items.text()));
            }
            ChangeKind kind = ChangeKind.values()[random.nextInt(ChangeKind.values().length)];
            Change change = Change.of(number, kind, before, after, attributes, findings);
            changes.add(random.nextBoolean() ? change : change.explainedBy(new Explanation(
                    ExplanationKind.values()[random.nextInt(ExplanationKind.values().length)], items.text(), items.text(), items.text())));
        }
        return changes;
    }
}
