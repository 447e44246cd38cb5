package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.model.AssayException;
import org.assay.model.Location;
import org.assay.model.casefile.CaseWait;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Sha256;
import org.assay.testkit.ChildJvm;
import org.h2.Driver;
import org.assay.model.custody.Operator;
import org.junit.jupiter.api.Test;

/** Several processes use one case at the same time. */
class SharedCaseTest extends CaseTest {

    private static final List<Class<?>> ROOMS = List.of(CaseFile.class, CaseWait.class, Driver.class);

    @Test
    void listsWorkWhileAnotherProcessCaptures() throws Exception {
        caseFile.close();
        Process capture = ChildJvm.start(ROOMS, CaseWriter.class, file(), "200000");
        int dots = 0;
        for (int read = capture.getInputStream().read(); read == '.'; read = capture.getInputStream().read()) {
            try (CaseFile list = CaseFile.openToRead(caseFile.file())) {
                assertEquals(SnapshotState.RUNNING, list.snapshot(1).state());
                assertEquals(list.snapshot(1).coverage().items(), items(list));
            }
            dots++;
        }
        assertEquals(21, dots);
        try (CaseFile list = CaseFile.openToRead(caseFile.file())) {
            assertEquals(SnapshotState.COMPLETE, list.snapshot(1).state());
            assertEquals(200_000, items(list));
            list.verify(1);
        } finally {
            capture.destroyForcibly().waitFor();
        }
    }

    @Test
    void whoReadsSeesWhatWasThereWhenItBeganWhateverIsWrittenMeanwhile() throws Exception {
        write(3000);
        caseFile.close();
        Process reader = ChildJvm.start(ROOMS, CaseReader.class, file());
        BufferedReader said = reader.inputReader();
        assertEquals("1 3000 0", said.readLine());
        try (PrintStream ask = new PrintStream(reader.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (int round = 0; round < 5; round++) {
                caseFile = CaseFile.open(caseFile.file());
                caseFile.saveTags(IntStream.range(0, 3000).mapToObj(SharedCaseTest::tag).toList());
                write(2000);
                caseFile.removeTags(caseFile.tags().subList(0, 2990));
                caseFile.close();
                ask.println();
                assertEquals("1 3000 0", said.readLine());
            }
        }
        assertEquals(0, reader.waitFor());
        reopen();
        assertEquals(6, caseFile.snapshots().size());
        assertEquals(10, caseFile.tags().size());
    }

    @Test
    void allOfManyWhoTagAtOnceSucceed() throws Exception {
        caseFile.close();
        List<Process> taggers = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            taggers.add(ChildJvm.start(ROOMS, CaseTagger.class, file(), "file " + number));
        }
        for (Process tagger : taggers) {
            assertEquals(0, tagger.waitFor());
        }
        reopen();
        assertEquals(6, caseFile.tags().size());
    }

    @Test
    void whoWaitsIsToldForWhomAndGoesOnWhenTheOtherEnds() throws Exception {
        caseFile.close();
        Process holder = ChildJvm.start(ROOMS, CaseHolder.class, file());
        assertEquals('+', holder.getInputStream().read());
        List<String> notices = new ArrayList<>();
        CaseWait wait = new CaseWait(Duration.ofSeconds(60), notice -> {
            notices.add(notice);
            end(holder);
        }, () -> false);
        CaseFile.open(caseFile.file(), wait, Operator.UNKNOWN).close();
        assertEquals(1, notices.size());
        assertTrue(notices.getFirst().contains("in use by another process (" + holder.pid() + ", of "), notices.getFirst());
    }

    @Test
    void whoCancelsWaitsNoLonger() throws Exception {
        caseFile.close();
        Process holder = ChildJvm.start(ROOMS, CaseHolder.class, file());
        assertEquals('+', holder.getInputStream().read());
        AssayException refused = assertThrows(AssayException.class,
                () -> CaseFile.open(caseFile.file(), new CaseWait(Duration.ofDays(1), _ -> { }, () -> true), Operator.UNKNOWN));
        assertTrue(refused.getMessage().contains("in use by another process"), refused.getMessage());
        end(holder);
        assertEquals(0, holder.waitFor());
    }

    private static void end(Process holder) {
        try {
            holder.getOutputStream().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String file() {
        return caseFile.file().toString();
    }

    private static int items(CaseFile list) {
        int items = 0;
        try (ItemStream stream = list.view(1).items()) {
            for (; stream.hasNext(); stream.next()) {
                items++;
            }
        }
        return items;
    }

    private void write(int items) {
        try (SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of())) {
            NumberedItems.first(items).forEach(writer::item);
            writer.finish(SnapshotState.COMPLETE, Reading.NONE);
        }
    }

    private static Tag tag(int number) {
        return new Tag("pc", Location.file("C:", "file " + number), Sha256.of(), Decision.ACCEPT, "", "me", Instant.EPOCH);
    }
}
