package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

import org.assay.model.Progress;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Verification;
import org.assay.testkit.ChildJvm;
import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Captures that break off in the middle: killed, or out of disk. */
class BrokenCaptureTest {

    private static final List<Item> EARLIER = new RandomItems(1).items(3000).stream().sorted(RandomItems.ORDER).toList();

    /** Those that are being sorted, and a megabyte of blocks. */
    private static final int WAITING_ITEMS = 215_000;

    private static final List<Class<?>> ROOMS = List.of(CaseFile.class, Item.class, Driver.class);

    @TempDir
    Path folder;

    private Path path;
    private Snapshot earlier;

    @BeforeEach
    void createCaseWithASnapshot() {
        path = folder.resolve("case");
        try (CaseFile made = CaseFile.create(path)) {
            SnapshotWriter writer = made.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
            EARLIER.forEach(writer::item);
            earlier = writer.finish(SnapshotState.COMPLETE, Reading.NONE);
        }
    }

    @Test
    void aKilledCaptureLeavesARunningSnapshotWithTheFirstItemsAndTheRestOfTheCaseAsItWas() throws Exception {
        Random random = new Random(4);
        int snapshot = 1;
        for (int steps : new int[] {0, 1, 4, 6 + random.nextInt(20), 6 + random.nextInt(20), 30 + random.nextInt(20)}) {
            Process capture = ChildJvm.start(ROOMS, CaseWriter.class, path.toString(), "3000000");
            for (int dot = 0; dot <= steps; dot++) {
                assertEquals('.', capture.getInputStream().read());
            }
            kill(capture);
            int stored = assertFirstItems(++snapshot, SnapshotState.RUNNING, steps * CaseWriter.STEP - WAITING_ITEMS);
            assertTrue(stored <= 3_000_000);
        }
    }

    @Test
    void aCaptureThatIsKilledRightAfterItsEndIsComplete() throws Exception {
        Process capture = ChildJvm.start(ROOMS, CaseWriter.class, path.toString(), "2500");
        assertEquals('.', capture.getInputStream().read());
        assertEquals('!', capture.getInputStream().read());
        kill(capture);
        try (CaseFile opened = CaseFile.open(path)) {
            Snapshot finished = opened.snapshot(2);
            assertEquals(SnapshotState.COMPLETE, finished.state());
            assertEquals(2500, finished.coverage().items());
            assertEquals(NumberedItems.first(2500).toList(), items(opened, 2));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDiskThatTakesNoMoreEndsTheCaptureAsFailedWithASentenceAndKeepsWhatWasStored() throws Exception {
        Process capture = ChildJvm.startAfter("ulimit -f 24000", ROOMS, CaseWriter.class, path.toString(), "3000000");
        String output;
        try (InputStream in = capture.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertEquals(0, capture.waitFor(), output);
        List<String> lines = output.lines().skip(1).toList();
        assertTrue(lines.get(0).startsWith("CASE_FILE The case "), output);
        assertTrue(lines.get(0).contains("could not be written: File too large."), output);
        assertEquals(List.of("done", "done"), lines.subList(1, lines.size()), output);
        assertFirstItems(2, SnapshotState.FAILED, 1000);
        try (CaseFile opened = CaseFile.open(path)) {
            assertEquals(Verification.ALL, opened.verify(2));
            opened.verifyAll(Progress.NONE);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCaptureThatCouldNotSayHowItEndedDoesNotBegin() throws Exception {
        Process capture = ChildJvm.startAfter("ulimit -f 2000", ROOMS, CaseWriter.class, path.toString(), "10");
        String output;
        try (InputStream in = capture.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertEquals(1, capture.waitFor(), output);
        try (CaseFile opened = CaseFile.open(path)) {
            assertEquals(List.of(earlier), opened.snapshots());
        }
    }

    private int assertFirstItems(int snapshot, SnapshotState state, int atLeast) {
        try (CaseFile opened = CaseFile.open(path)) {
            assertEquals(earlier, opened.snapshots().getFirst());
            assertEquals(EARLIER, items(opened, 1));
            assertEquals(snapshot, opened.snapshots().size());
            assertEquals(state, opened.snapshot(snapshot).state());
            Iterator<Item> expected = NumberedItems.first(3_000_000).iterator();
            int stored = 0;
            try (ItemStream items = opened.view(snapshot).items()) {
                while (items.hasNext()) {
                    assertEquals(expected.next(), items.next());
                    stored++;
                }
            }
            assertTrue(stored >= atLeast, stored + " items stored where at least " + atLeast + " must be");
            return stored;
        }
    }

    private static void kill(Process process) throws IOException, InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        process.getInputStream().close();
    }

    private static List<Item> items(CaseFile caseFile, long snapshot) {
        List<Item> items = new ArrayList<>();
        try (ItemStream stream = caseFile.view(snapshot).items()) {
            stream.forEachRemaining(items::add);
        }
        return items;
    }
}
