package org.assay.store.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.Bytes;
import org.assay.model.text.RegistryName;
import org.assay.model.text.Sha256;
import org.assay.model.text.Space;
import org.assay.store.CaseTest;
import org.assay.store.RandomItems;
import org.assay.store.SnapshotWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredSnapshotTest extends CaseTest {

    @Test
    void itemsWithinAPlaceAreThoseAtItAndBelowIt() {
        List<Item> given = new RandomItems(2).items(80_000);
        List<Item> items = given.stream().sorted(RandomItems.ORDER).toList();
        SnapshotView view = view(given);
        RandomItems random = new RandomItems(77);
        for (int round = 0; round < 90; round++) {
            Location top = random.location(Space.values()[round % Space.values().length]);
            List<Item> expected = items.stream().filter(item -> isAtOrBelow(item.location(), top)).toList();
            assertEquals(expected, all(view.itemsWithin(top)), top.toString());
        }
    }

    /** Written against the words "at it or below it" and not against the code under test. */
    private static boolean isAtOrBelow(Location location, Location top) {
        List<String> names = location.components();
        List<String> above = top.components();
        boolean sameSpace = location.space() == top.space();
        if (names.size() < above.size() || location.space().isFile() != top.space().isFile()
                || names.size() == above.size() && !sameSpace || top.space().isLeaf() && names.size() > above.size()) {
            return false;
        }
        return IntStream.range(0, above.size()).allMatch(at -> top.space().isFile() ? names.get(at).equals(above.get(at))
                : RegistryName.fold(names.get(at)).equals(RegistryName.fold(above.get(at))));
    }

    @Test
    void aValueWithTheNameOfAKeyIsNotBelowThatKey() {
        Item key = KeyItem.of(Location.key("HKLM", "Run"), Optional.empty(), Optional.empty(), Optional.empty(), false);
        Item namesake = new ValueItem(Location.key("HKLM").value("RUN"), 1, Bytes.EMPTY);
        Item below = new ValueItem(Location.key("HKLM", "Run").value("virus"), 1, Bytes.EMPTY);
        SnapshotView view = view(List.of(below, namesake, key));
        assertEquals(List.of(key, below), all(view.itemsWithin(Location.key("hklm", "run"))));
        assertEquals(List.of(namesake), all(view.itemsWithin(Location.key("HKLM").value("run"))));
        assertEquals(List.of(namesake, key, below), all(view.items()));
    }

    @Test
    void itemsAtTheSamePlaceAreFoundAlsoAcrossTheEdgeOfABlock() {
        Location place = Location.key("HKLM").value("same");
        List<Item> items = IntStream.range(0, 3500).mapToObj(number -> (Item) new ValueItem(place, number, Bytes.EMPTY)).toList();
        List<Item> all = new ArrayList<>(List.of(new ValueItem(Location.key("HKLM").value("before"), 0, Bytes.EMPTY)));
        all.addAll(items);
        assertEquals(items, all(view(all).itemsWithin(place)));
    }

    @Test
    void anEmptySnapshotHasNothingAnywhere() {
        SnapshotView view = view(List.of());
        assertEquals(List.of(), all(view.items()));
        assertEquals(List.of(), all(view.itemsWithin(Location.file("C:"))));
        assertEquals(List.of(), view.gaps());
    }

    @Test
    void aStreamEndsWhenItIsClosed() {
        ItemStream items = view(new RandomItems(1).items(10)).items();
        assertTrue(items.hasNext());
        items.close();
        items.close();
        assertFalse(items.hasNext());
        assertThrows(NoSuchElementException.class, items::next);
    }

    @Test
    void manyStreamsCanBeOpenAtOnce() {
        List<Item> items = new RandomItems(9).items(2500).stream().sorted(RandomItems.ORDER).toList();
        SnapshotView view = view(items);
        List<ItemStream> streams = IntStream.range(0, 50).mapToObj(_ -> view.items()).toList();
        for (Item item : items) {
            streams.forEach(stream -> assertEquals(item, stream.next()));
        }
        streams.forEach(ItemStream::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update item_block_data set data = x'' where number = 1",
        "update item_block_data set data = x'ff' where number = 1",
        "update item_block_data set data = x'0100' where number = 1",
        "update item_block_data set data = x'01ffffffff0701aa' where number = 1",
        "update item_block_data set data = (select data from item_block_data where number = 0) where number = 1",
        "delete from item_block_data where number = 1",
        "update item_block set items = 999 where number = 1"})
    void aDamagedBlockIsNamedWithItsSnapshot(String damage) {
        List<Item> items = new RandomItems(9).items(2500).stream().sorted(RandomItems.ORDER).toList();
        view(items);
        sql(damage);
        ItemStream stream = caseFile.view(1).items();
        List<Item> read = new ArrayList<>();
        AssayException failure = assertThrows(AssayException.class, () -> stream.forEachRemaining(read::add));
        assertEquals(ErrorCode.CASE_FILE, failure.code());
        assertTrue(failure.getMessage().contains("block 1 of run 0 of snapshot 1"), failure.getMessage());
        assertEquals(items.subList(0, read.size()), read);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "delete from item_block where number = 2",
        "delete from item_block",
        "update item_block set number = 7 where number = 0",
        "update item_block set checksum_sha256 = repeat('a', 32) where number = 1",
        "update snapshot set digest_sha256 = repeat('a', 32)"})
    void blocksThatAreNotThoseOfTheDigestAreNoticedBeforeAnythingIsRead(String damage) {
        view(new RandomItems(9).items(2500).stream().sorted(RandomItems.ORDER).toList());
        sql(damage);
        AssayException failure = assertThrows(AssayException.class, () -> caseFile.view(1));
        assertEquals(ErrorCode.CASE_FILE, failure.code());
        assertTrue(failure.getMessage().contains("snapshot 1"), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update snapshot set state = 'HALF'",
        "update gap set location = x''",
        "update gap set location = x'58'",
        "update gap set location = x'46ffffffff07'",
        "update gap set reason = 'x'",
        "update content set data = x'00'",
        "update content set size_bytes = 9223372036854775807",
        "update content set size_bytes = -1",
        "update item_block set first_location = x'4b00'"})
    void aRowThatIsNotWhatItShouldBeIsADamagedCase(String damage) {
        Bytes digest = Sha256.of(new byte[1000]);
        try (SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of())) {
            writer.item(new RandomItems(1).item());
            writer.gap(new Gap(Location.file("C:"), GapReason.DAMAGED, ""));
            writer.content(digest, new byte[1000]);
            writer.finish(SnapshotState.PARTIAL, Reading.NONE);
        }
        sql(damage);
        AssayException failure = assertThrows(AssayException.class, () -> {
            caseFile.snapshots();
            caseFile.gaps(1);
            caseFile.view(1).content(digest);
        });
        assertEquals(ErrorCode.CASE_FILE, failure.code());
        assertTrue(failure.getMessage().contains("damaged"), failure.getMessage());
    }

    private SnapshotView view(List<Item> items) {
        try (SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of())) {
            items.forEach(writer::item);
            return caseFile.view(writer.finish(SnapshotState.COMPLETE, Reading.NONE).id());
        }
    }

    private static List<Item> all(ItemStream stream) {
        try (stream) {
            List<Item> items = new ArrayList<>();
            stream.forEachRemaining(items::add);
            return items;
        }
    }
}
