package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.item.ValueItem;
import org.assay.model.snapshot.Attempt;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Coverage;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Readers;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.snapshot.Verification;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.model.text.Space;
import org.assay.store.block.BlockFormat;
import org.assay.store.block.ItemEncoder;
import org.assay.store.database.ToolVersion;
import org.junit.jupiter.api.Test;

class SnapshotWriterTest extends CaseTest {

    private static final Environment ENVIRONMENT = new Environment("ann\n", "lab\ud800", "Linux 6.1 amd64", "Europe/Vienna",
            new CaptureOptions(Set.of(DigestAlgorithm.MD5, DigestAlgorithm.BLAKE3), true, 7, RegistryOptions.USUAL, ScopeFilter.ALL,
                    CaptureOptions.USUAL_TIMEOUT), 1 << 20);

    @Test
    void itemsGivenInAnyOrderComeBackInOrderAndThoseAtTheSamePlaceAsTheyCame() {
        List<Item> items = new RandomItems(1).items(110_000);
        Snapshot snapshot = stored(items);
        reopen();
        assertEquals(items.stream().sorted(RandomItems.ORDER).toList(), all(caseFile.view(snapshot.id()).items()));
    }

    @Test
    void theSnapshotSaysWhatItIs() {
        List<Source> sources = List.of(new Source(SourceKind.TREE, "C:", "/mnt/=cmd|' /C calc'!A0\n", Optional.empty()),
                new Source(SourceKind.HIVE, "HKLM\\SYSTEM", "\ud800", Optional.of(URI.create("file:///mnt/%FF%0A"))),
                new Source(SourceKind.REG_EXPORT, "", "", Optional.empty()));
        SnapshotWriter writer = caseFile.newSnapshot("pc\0\udfff", Role.VERIFICATION, "after \"cleaning\"", sources, ENVIRONMENT,
                List.of());
        Snapshot running = caseFile.snapshot(writer.id());
        assertEquals(new Snapshot(1, "pc\0\udfff", Role.VERIFICATION, "after \"cleaning\"", SnapshotState.RUNNING, running.started(),
                Optional.empty(), sources, List.of(), Coverage.NONE, Optional.empty(), running.attempts()), running);
        assertEquals(new Attempt(1, ToolVersion.current(), running.attempts().getFirst().started(), Optional.empty(), Optional.empty(),
                ENVIRONMENT, Optional.empty()), running.attempts().getFirst());
        new RandomItems(1).items(10).forEach(writer::item);
        writer.gap(new Gap(Location.file("C:"), GapReason.VANISHED, ""));
        Reading reading = new Reading(new Readers(List.of("nio", "regf", "reg-export"), List.of()), false, Long.MAX_VALUE, 3, 4);
        Snapshot finished = writer.finish(SnapshotState.CANCELLED, reading);
        assertEquals(new Snapshot(1, "pc\0\udfff", Role.VERIFICATION, "after \"cleaning\"", SnapshotState.CANCELLED, running.started(),
                finished.finished(), sources, List.of(), new Coverage(10, Long.MAX_VALUE, Map.of(GapReason.VANISHED, 1L),
                        finished.coverage().itemsDigest(), finished.coverage().gapsDigest()), finished.digest(), finished.attempts()),
                finished);
        Attempt attempt = finished.attempts().getFirst();
        assertEquals(Optional.of(reading), attempt.reading());
        assertTrue(!attempt.finished().orElseThrow().isBefore(attempt.started()));
        assertTrue(attempt.lasted().orElseThrow().isPositive());
        assertTrue(!finished.finished().orElseThrow().isBefore(finished.started()));
        reopen();
        assertEquals(List.of(finished), caseFile.snapshots());
    }

    @Test
    void theDigestIsOverTheItemsAndTheirOrder() {
        List<Item> items = new RandomItems(4).items(3000).stream().sorted(RandomItems.ORDER).toList();
        Snapshot one = stored(items);
        Snapshot again = stored(items);
        Snapshot without = stored(items.subList(0, 2999));
        assertEquals(one.digest(), again.digest());
        assertNotEquals(one.digest(), without.digest());
        assertEquals(Sha256.of(), stored(List.of()).digest().orElseThrow());
        Bytes checksum = block(items.subList(0, 1000));
        assertEquals(Sha256.of(checksum.toArray()), stored(items.subList(0, 1000)).digest().orElseThrow());
    }

    @Test
    void gapsComeBackByLocationWhateverTheyHold() {
        RandomItems random = new RandomItems(6);
        List<Gap> gaps = new ArrayList<>();
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        for (int at = 0; at < 2500; at++) {
            Space space = Space.values()[at % 3];
            gaps.add(new Gap(random.location(space), GapReason.values()[at % GapReason.values().length], random.text()));
            writer.gap(gaps.getLast());
        }
        Snapshot snapshot = writer.finish(SnapshotState.PARTIAL, Reading.NONE);
        assertEquals(2500, snapshot.coverage().gaps());
        gaps.sort((one, two) -> Location.ORDER.compare(one.location(), two.location()));
        assertEquals(gaps, caseFile.gaps(snapshot.id()));
        assertEquals(gaps, caseFile.view(snapshot.id()).gaps());
    }

    @Test
    void remarksComeBackByLocationAndAreNoGaps() {
        RandomItems random = new RandomItems(7);
        List<Remark> remarks = new ArrayList<>();
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        for (int at = 0; at < 2500; at++) {
            remarks.add(new Remark(random.location(Space.values()[at % 3]), random.text()));
            writer.remark(remarks.getLast());
        }
        Snapshot snapshot = writer.finish(SnapshotState.COMPLETE, Reading.NONE);
        assertEquals(0, snapshot.coverage().gaps());
        remarks.sort((one, two) -> Location.ORDER.compare(one.location(), two.location()));
        assertEquals(remarks, caseFile.remarks(snapshot.id()));
    }

    @Test
    void whatIsFoundWithinTheEvidenceFollowsItInTheSources() {
        Source tree = new Source(SourceKind.TREE, "C", "/mnt", Optional.empty());
        Source hive = new Source(SourceKind.HIVE, "HKLM\\SYSTEM", "C:\\WINDOWS\\System32\\config\\SYSTEM", Optional.empty());
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(tree), Environment.UNKNOWN, List.of());
        writer.source(hive);
        assertEquals(List.of(tree, hive), writer.finish(SnapshotState.COMPLETE, Reading.NONE).sources());
    }

    @Test
    void aGapsLongDetailIsCutAndSaysSo() {
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        writer.gap(new Gap(Location.key("k".repeat(2_000_000)), GapReason.DAMAGED, "d".repeat(70_000)));
        Snapshot snapshot = writer.finish(SnapshotState.PARTIAL, Reading.NONE);
        Gap gap = caseFile.gaps(snapshot.id()).getFirst();
        assertEquals(2_000_000, gap.location().name().length());
        assertEquals("d".repeat(65_535) + "…", gap.detail());
    }

    @Test
    void contentIsKeptOncePerDigestAndCheckedOnTheWay() {
        byte[] content = "[windows]\r\nrun=virus.exe\r\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        byte[] noise = new RandomItems(1).bytes(3 << 20).toArray();
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        for (byte[] each : List.of(content, noise, content, new byte[0])) {
            writer.content(Sha256.of(each), each);
        }
        assertThrows(IllegalArgumentException.class, () -> writer.content(Sha256.of(new byte[1]), content));
        SnapshotWriter other = caseFile.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of());
        other.content(Sha256.of(content), content);
        writer.finish(SnapshotState.COMPLETE, Reading.NONE);
        other.finish(SnapshotState.COMPLETE, Reading.NONE);
        reopen();
        SnapshotView view = caseFile.view(other.id());
        for (byte[] each : List.of(content, noise, new byte[0])) {
            assertArrayEquals(each, view.content(Sha256.of(each)).orElseThrow());
        }
        assertEquals(Optional.empty(), view.content(Sha256.of(new byte[1])));
        assertEquals(Optional.empty(), view.content(Bytes.EMPTY));
    }

    @Test
    void valuesOfAnySizeComeBack() {
        List<Item> items = IntStream.of(0, 1, 300_000, 1 << 20, 40 << 20).mapToObj(size -> (Item) new ValueItem(
                Location.key("HKLM").value("%010d".formatted(size)), 3, new RandomItems(size).bytes(size))).toList();
        assertEquals(items, all(caseFile.view(stored(items).id()).items()));
    }

    @Test
    void closingWithoutFinishLeavesItRunningWithWhatWasStored() {
        Bytes data = Bytes.copyOf(new byte[2000]);
        List<Item> items = IntStream.range(0, 60_000).mapToObj(number -> (Item) new ValueItem(
                Location.key("HKLM").value("%05d".formatted(number)), 4, data)).toList();
        try (SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of())) {
            items.forEach(writer::item);
            writer.flush();
        }
        reopen();
        assertEquals(SnapshotState.RUNNING, caseFile.snapshot(1).state());
        List<Item> stored = all(caseFile.view(1).items());
        assertEquals(items.subList(0, stored.size()), stored);
        assertTrue(stored.size() >= 10_000, stored.size() + " items");
        assertEquals(stored.size(), caseFile.snapshot(1).coverage().items());
    }

    @Test
    void registryDataThatHasWaitedLongIsStoredWhileItIsCaptured() {
        List<Item> items = IntStream.range(0, 20_000).mapToObj(number -> (Item) new ValueItem(
                Location.key("HKLM").value("%05d".formatted(number)), 4, Bytes.EMPTY)).toList();
        Snapshot inOrder = stored(items);
        List<Item> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(6));
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        for (List<Item> half : List.of(shuffled.subList(0, 10_000), shuffled.subList(10_000, 20_000))) {
            half.forEach(writer::item);
            IntStream.range(0, 10).forEach(_ -> writer.flush());
        }
        assertEquals(items, all(caseFile.view(writer.id()).items()));
        Snapshot finished = writer.finish(SnapshotState.COMPLETE, Reading.NONE);
        assertEquals(inOrder.coverage(), finished.coverage());
        assertEquals(Verification.ALL, caseFile.verify(finished.id()));
    }

    @Test
    void filesInOrderDoNotWaitAndStayOneRunHoweverOftenTheyAreStored() {
        List<Item> items = IntStream.range(0, 5000).mapToObj(number -> (Item) new FileItem(Location.file("C:", "%05d".formatted(number)),
                FileKind.FILE, number, FileTimes.modifiedAt(Instant.EPOCH), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(),
                Optional.empty(), FileDetails.NONE)).toList();
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        for (int at = 0; at < items.size(); at++) {
            writer.item(items.get(at));
            if (at % 700 == 0) {
                writer.flush();
                assertEquals(at + 1, all(caseFile.view(writer.id()).items()).size());
            }
        }
        writer.gap(new Gap(Location.file("C:"), GapReason.VANISHED, ""));
        writer.flush();
        assertEquals(Map.of(GapReason.VANISHED, 1L), caseFile.snapshot(writer.id()).coverage().gapsByReason());
        Snapshot cut = writer.finish(SnapshotState.PARTIAL, Reading.NONE);
        assertEquals(items, all(caseFile.view(writer.id()).items()));
        Snapshot whole = stored(items);
        assertNotEquals(whole.digest(), cut.digest(), "the blocks were cut elsewhere");
        assertEquals(whole.coverage().itemsDigest(), cut.coverage().itemsDigest());
    }

    @Test
    void afterTheEndNothingIsTaken() {
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        assertThrows(IllegalArgumentException.class, () -> writer.finish(SnapshotState.RUNNING, Reading.NONE));
        writer.finish(SnapshotState.COMPLETE, Reading.NONE);
        Item item = new RandomItems(1).item();
        assertThrows(IllegalStateException.class, () -> writer.item(item));
        assertThrows(IllegalStateException.class, () -> writer.gap(new Gap(Location.key("HKLM"), GapReason.DAMAGED, "")));
        assertThrows(IllegalStateException.class, () -> writer.content(Sha256.of(), new byte[0]));
        assertThrows(IllegalStateException.class, () -> writer.finish(SnapshotState.FAILED, Reading.NONE));
        assertEquals(SnapshotState.COMPLETE, caseFile.snapshot(writer.id()).state());
    }

    @Test
    void anItemThatContradictsItselfIsRefusedAndTheRestIsStored() {
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        Item good = new ValueItem(Location.key("HKLM").value("v"), 1, Bytes.EMPTY);
        writer.item(good);
        assertThrows(IllegalArgumentException.class, () -> writer.item(new ValueItem(Location.key("HKLM"), 1, Bytes.EMPTY)));
        assertEquals(1, writer.finish(SnapshotState.COMPLETE, Reading.NONE).coverage().items());
        assertEquals(List.of(good), all(caseFile.view(1).items()));
    }

    private Snapshot stored(List<Item> items) {
        try (SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of())) {
            items.forEach(writer::item);
            return writer.finish(SnapshotState.COMPLETE, Reading.NONE);
        }
    }

    private static Bytes block(List<Item> items) {
        ItemEncoder encoder = new ItemEncoder();
        items.forEach(encoder::add);
        return BlockFormat.pack(encoder).checksum();
    }

    private static List<Item> all(ItemStream stream) {
        try (stream) {
            List<Item> items = new ArrayList<>();
            stream.forEachRemaining(items::add);
            return items;
        }
    }
}
