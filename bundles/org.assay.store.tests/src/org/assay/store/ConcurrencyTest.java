package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.assay.model.Location;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.assay.store.database.CasePath;
import org.assay.store.database.Connections;
import org.assay.store.database.Rows;
import org.assay.store.schema.CaseSchema;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends CaseTest {

    private static final int ITEMS = 100_000;

    @Test
    void othersReadAndTagWhileACaptureWrites() throws Exception {
        List<Item> before = NumberedItems.first(5000).toList();
        write(before);
        AtomicBoolean over = new AtomicBoolean();
        List<Callable<Integer>> readers = List.of(
                () -> whileNot(over, () -> assertEquals(before, read(1))),
                () -> whileNot(over, () -> assertFirst(read(2))),
                () -> whileNot(over, () -> caseFile.saveTags(List.of(tag("reader")))));
        try (SnapshotWriter writer = caseFile.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of());
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> rounds = readers.stream().map(threads::submit).toList();
            NumberedItems.first(ITEMS).forEach(writer::item);
            writer.finish(SnapshotState.COMPLETE, Reading.NONE);
            over.set(true);
            for (Future<Integer> each : rounds) {
                assertTrue(each.get() > 0);
            }
        }
        assertEquals(NumberedItems.first(ITEMS).toList(), read(2));
        assertEquals(List.of(tag("reader")), caseFile.tags());
    }

    @Test
    void severalCapturesOfOneHostThatKeepTheSameContentsDoNotDisturbEachOther() throws Exception {
        List<byte[]> contents = IntStream.range(0, 300).mapToObj(seed -> new RandomItems(seed).bytes(20_000).toArray()).toList();
        Callable<Long> capture = () -> {
            try (SnapshotWriter writer = caseFile.newSnapshot("new host", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of())) {
                contents.forEach(content -> writer.content(Sha256.of(content), content));
                NumberedItems.first(60_000).forEach(writer::item);
                return writer.finish(SnapshotState.COMPLETE, Reading.NONE).id();
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Long> done : threads.invokeAll(List.of(capture, capture, capture, capture))) {
                assertEquals(60_000, read(done.get()).size());
            }
        }
        assertEquals(List.of(1L, 2L, 3L, 4L), caseFile.snapshots().stream().map(snapshot -> snapshot.id()).toList());
        for (byte[] content : contents) {
            assertEquals(Bytes.copyOf(content), Bytes.copyOf(caseFile.view(1).content(Sha256.of(content)).orElseThrow()));
        }
    }

    @Test
    void anInterruptInTheMiddleOfTheWorkDoesNotTakeTheCaseDown() {
        CasePath path = CasePath.of(caseFile.file());
        try (Connections connections = Connections.open(path, path.existing(), CaseSchema.standard(), CaseWait.NONE)) {
            for (int round = 0; round < 10; round++) {
                connections.writeDurably(connection -> {
                    Thread.currentThread().interrupt();
                    return Rows.update(connection, "insert into host(name) values(random_uuid())");
                });
            }
            Thread.interrupted();
        }
        write(NumberedItems.first(2000).toList());
        reopen();
        assertEquals(2000, read(1).size());
    }

    @Test
    void anInterruptIsStillThereAfterTheWork() {
        Thread.currentThread().interrupt();
        write(NumberedItems.first(2000).toList());
        assertEquals(2000, read(1).size());
        assertTrue(Thread.interrupted());
    }

    private static int whileNot(AtomicBoolean over, Runnable work) {
        int rounds = 0;
        do {
            work.run();
            rounds++;
        } while (!over.get());
        return rounds;
    }

    private void write(List<Item> items) {
        try (SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of())) {
            items.forEach(writer::item);
            writer.finish(SnapshotState.COMPLETE, Reading.NONE);
        }
    }

    private static void assertFirst(List<Item> items) {
        Iterator<Item> expected = NumberedItems.first(ITEMS).iterator();
        items.forEach(item -> assertEquals(expected.next(), item));
    }

    private List<Item> read(long snapshot) {
        List<Item> items = new ArrayList<>();
        try (ItemStream stream = caseFile.view(snapshot).items()) {
            stream.forEachRemaining(items::add);
        }
        return items;
    }

    private static Tag tag(String analyst) {
        return new Tag("pc", Location.file("C:"), Sha256.of(), Decision.ACCEPT, "", analyst, Instant.EPOCH);
    }
}
