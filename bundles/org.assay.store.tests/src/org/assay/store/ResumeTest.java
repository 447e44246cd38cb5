package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.casefile.CaseWait;
import org.assay.model.item.FileDetails;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Attempt;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Readers;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.snapshot.Verification;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.assay.store.schema.CaseSchema;
import org.junit.jupiter.api.Test;

class ResumeTest extends CaseTest {

    private static final Source TREE = new Source(SourceKind.TREE, "C", "/mnt", Optional.of(Path.of("/mnt").toUri()));
    private static final Source FOUND = new Source(SourceKind.HIVE, "HKLM\\SYSTEM", "C:\\SYSTEM", Optional.empty());
    private static final Gap GAP = new Gap(Location.file("C:", "gap"), GapReason.READ_ERROR, "");
    private static final Gap OTHER_GAP = new Gap(Location.file("C:", "other"), GapReason.VANISHED, "");
    private static final Remark REMARK = new Remark(Location.file("C:"), "remark");

    @Test
    void aResumedSnapshotThatIsWholeIsTheLastAttemptAloneAndSaysHowItWasMade() {
        attempt(caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(TREE), Environment.UNKNOWN, List.of()), 1, 3000).close();
        reopen();
        attempt(caseFile.resume(1, Environment.UNKNOWN), 2, 2000).close();
        assertEquals(SnapshotState.RUNNING, caseFile.snapshot(1).state());
        reopen();
        SnapshotWriter last = attempt(caseFile.resume(1, Environment.UNKNOWN), 3, 2500);
        last.gap(OTHER_GAP);
        Snapshot whole = last.finish(SnapshotState.PARTIAL, new Reading(Readers.of("nio;regf"), false, 7, 5, 6));

        assertEquals(files(3, 2500), all());
        assertEquals(2500, whole.coverage().items());
        assertEquals(Map.of(GapReason.READ_ERROR, 1L, GapReason.VANISHED, 1L), whole.coverage().gapsByReason());
        assertEquals(List.of(GAP, OTHER_GAP), caseFile.gaps(1));
        assertEquals(List.of(REMARK), caseFile.remarks(1));
        assertEquals(List.of(TREE, FOUND), whole.sources());
        assertEquals(List.of(1, 2, 3), whole.attempts().stream().map(Attempt::number).toList());
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of(new Reading(Readers.of("nio;regf"), false, 7, 5, 6))),
                whole.attempts().stream().map(Attempt::reading).toList());
        assertEquals(Verification.ALL, caseFile.verify(1));
        assertEquals(List.of("3", "3"), List.of(count("item_block"), count("item_block_data")), "earlier attempts' blocks are removed");

        SnapshotWriter other = attempt(
                caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(TREE), Environment.UNKNOWN, List.of()), 3, 2500);
        other.gap(OTHER_GAP);
        Snapshot once = other.finish(SnapshotState.PARTIAL, Reading.NONE);
        assertEquals(once.coverage().itemsDigest(), whole.coverage().itemsDigest());
        assertEquals(once.coverage().gapsDigest(), whole.coverage().gapsDigest());
        assertEquals(once.digest(), whole.digest());
    }

    @Test
    void aResumedSnapshotThatEndsEarlyHoldsWhatEachPlaceHadLast() {
        attempt(caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(TREE), Environment.UNKNOWN, List.of()), 1, 3000)
                .finish(SnapshotState.CANCELLED, Reading.NONE);
        attempt(caseFile.resume(1, Environment.UNKNOWN), 2, 2000).close();
        Snapshot cancelled = attempt(caseFile.resume(1, Environment.UNKNOWN), 3, 1000).finish(SnapshotState.CANCELLED, Reading.NONE);
        List<Item> latest = new ArrayList<>(files(3, 1000));
        latest.addAll(files(2, 2000).subList(1000, 2000));
        latest.addAll(files(1, 3000).subList(2000, 3000));
        assertEquals(latest, all());
        assertEquals(3000, cancelled.coverage().items());
        assertEquals(Verification.ALL, caseFile.verify(1));
        assertEquals(List.of(latest.get(999), latest.get(1000)),
                List.of(at(latest.get(999).location()), at(latest.get(1000).location())));
    }

    @Test
    void itemsInSeveralRunsHaveTheSameDigestAsInOne() {
        List<Item> items = new RandomItems(3).items(60_000);
        Snapshot sorted = stored(items.stream().sorted(RandomItems.ORDER).toList());
        Snapshot unsorted = stored(items);
        assertEquals(sorted.coverage().itemsDigest(), unsorted.coverage().itemsDigest());
        assertEquals(Verification.ALL, caseFile.verify(unsorted.id()));
    }

    @Test
    void whatIsWholeOrBeingWrittenIsNotResumed() {
        stored(files(1, 1));
        SnapshotWriter running = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        for (long snapshot : new long[] {1, 2, 3}) {
            AssayException refused = assertThrows(AssayException.class, () -> caseFile.resume(snapshot, Environment.UNKNOWN));
            assertEquals(ErrorCode.WRONG_USAGE, refused.code());
        }
        assertEquals(1, caseFile.snapshot(1).attempts().size());
        running.close();
        caseFile.resume(2, Environment.UNKNOWN).close();
    }

    @Test
    void whatWasAlteredIsFoundByVerifying() {
        for (String alteration : List.of("update gap set detail = 'nothing'", "delete from remark", "update gap set reason = 'VANISHED'",
                "update snapshot set items = 7", "update snapshot set items_sha256 = repeat('a', 32)")) {
            Snapshot snapshot = attempt(caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(TREE), Environment.UNKNOWN, List.of()), 1, 10)
                    .finish(SnapshotState.PARTIAL, Reading.NONE);
            assertEquals(Verification.ALL, caseFile.verify(snapshot.id()));
            sql(alteration);
            AssayException failure = assertThrows(AssayException.class, () -> caseFile.verify(snapshot.id()), alteration);
            assertEquals(ErrorCode.CASE_FILE, failure.code());
            assertTrue(failure.getMessage().contains("snapshot " + snapshot.id() + " "), failure.getMessage());
        }
    }

    /** Files of which each attempt finds another size, and something of all else. */
    private SnapshotWriter attempt(SnapshotWriter writer, int attempt, int count) {
        files(attempt, count).forEach(writer::item);
        writer.gap(GAP);
        writer.remark(REMARK);
        writer.source(FOUND);
        writer.flush();
        return writer;
    }

    private static List<Item> files(int size, int count) {
        return IntStream.range(0, count).mapToObj(number -> (Item) new FileItem(Location.file("C:", "%05d".formatted(number)),
                FileKind.FILE, size, FileTimes.modifiedAt(Instant.EPOCH), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(),
                Optional.empty(), FileDetails.NONE)).toList();
    }

    private Snapshot stored(List<Item> items) {
        SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
        items.forEach(writer::item);
        return writer.finish(SnapshotState.COMPLETE, Reading.NONE);
    }

    private List<Item> all() {
        return list(caseFile.view(1).items());
    }

    private Item at(Location place) {
        return list(caseFile.view(1).itemsWithin(place)).getFirst();
    }

    private static List<Item> list(ItemStream stream) {
        try (stream) {
            List<Item> items = new ArrayList<>();
            stream.forEachRemaining(items::add);
            return items;
        }
    }

    private String count(String table) {
        return query("select count(*) from " + table).getFirst();
    }

    private List<String> query(String sql) {
        return onConnections(connections -> connections.read(connection -> Rows.list(connection, sql, row -> row.getString(1))));
    }

    private <T> T onConnections(Function<Connections, T> work) {
        caseFile.close();
        CasePath path = CasePath.of(folder.resolve("case"));
        try (Connections connections = Connections.open(path, path.existing(), CaseSchema.standard(), CaseWait.NONE)) {
            return work.apply(connections);
        } finally {
            caseFile = CaseFile.open(folder.resolve("case"));
        }
    }
}
