package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.custody.Operator;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.text.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoverTest extends CaseTest {

    private static final byte[] CONTENT = "kept".repeat(1000).getBytes(StandardCharsets.UTF_8);
    private static final int TAGS = 3000;

    private Path fresh;

    @BeforeEach
    void fillCase() {
        fresh = folder.resolve("fresh.mv.db");
        List<Item> items = new RandomItems(1).items(3000);
        for (int round = 0; round < 3; round++) {
            SnapshotWriter writer = caseFile.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
            items.forEach(writer::item);
            writer.gap(new Gap(Location.file("C:"), GapReason.DAMAGED, "detail"));
            writer.content(Sha256.of(CONTENT), CONTENT);
            writer.finish(SnapshotState.PARTIAL, Reading.NONE);
        }
        List<Change> changes = new ArrayList<>();
        for (int number = 1; number <= 100; number++) {
            changes.add(Change.of(number, ChangeKind.ADDED, Optional.empty(), Optional.of(items.get(number)), Set.of(), List.of()));
        }
        caseFile.saveComparison(1, 2, ComparisonBasis.USUAL, changes, List.of());
        caseFile.saveTags(IntStream.range(0, TAGS).mapToObj(RecoverTest::tag).toList());
        caseFile.close();
    }

    /** The new case has a digest of its own, so that something was altered is told here or never. */
    @Test
    void whatCanBeReadAndWasAlteredIsTold() throws IOException {
        String bytes = Files.readString(caseFile.file(), StandardCharsets.ISO_8859_1);
        Files.writeString(caseFile.file(), bytes.replace("ACCEPT", "REPAIR"), StandardCharsets.ISO_8859_1);
        assertEquals(List.of("that all of it is what was stored: the table \"tag\" has other values in its 3000 rows than were stored",
                "1 entry of the custody log that cannot be followed any more"),
                CaseFile.recover(caseFile.file(), fresh, Operator.UNKNOWN, Progress.NONE));
    }

    @Test
    void ofATagThatCannotBeReadWhatIsKnownIsSaidAndAllOthersAreSaved() {
        sql("update tag set decision = 'REPAIZ' where location_text like '%file 7'");
        List<String> lost = CaseFile.recover(caseFile.file(), fresh, Operator.UNKNOWN, Progress.NONE);
        assertTrue(lost.getFirst().startsWith("a tag that cannot be read: 'REPAIZ' on C:\\file 7 of pc, by "), lost.toString());
        try (CaseFile made = CaseFile.open(fresh)) {
            assertEquals(TAGS - 1, made.tags().size());
            made.verifyAll(Progress.NONE);
            assertTrue(made.custody().entries().stream().anyMatch(entry -> entry.result().contains("'REPAIZ' on ")));
        }
    }

    /** What was being checked then is not lost, and half of a case is not what could be saved. */
    @Test
    void whereverItIsCancelledNothingIsSaidToBeLostAndNoCaseIsLeft() {
        int rounds = 0;
        boolean cancelled = true;
        while (cancelled) {
            AtomicInteger left = new AtomicInteger(rounds);
            try {
                assertEquals(List.of(), CaseFile.recover(caseFile.file(), fresh, Operator.UNKNOWN,
                        Progress.quiet(() -> left.getAndDecrement() <= 0)));
                cancelled = false;
            } catch (AssayException e) {
                assertEquals(ErrorCode.CANCELLED, e.code(), e.getMessage());
                assertFalse(Files.exists(fresh));
                assertFalse(Files.exists(Path.of(fresh + ".anchor")));
                rounds++;
            }
        }
        assertTrue(rounds > 20, rounds + " places");
    }

    @Test
    void ofAWholeCaseNothingIsLost() {
        assertEquals(List.of(), CaseFile.recover(caseFile.file(), fresh, Operator.UNKNOWN, Progress.NONE));
        try (CaseFile old = CaseFile.openToRead(caseFile.file()); CaseFile made = CaseFile.open(fresh)) {
            assertEquals(old.snapshots(), made.snapshots());
            assertEquals(old.comparisons(), made.comparisons());
            assertEquals(old.tags(), made.tags());
            assertEquals(CaseText.of(old), CaseText.of(made));
            made.verifyAll(Progress.NONE);
            made.newSnapshot("other", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of()).close();
            assertEquals(4, made.snapshots().getLast().id());
        }
    }

    @Test
    void ofACaseThatWasCutOffTheNewestStateThatIsLeftIsSavedAndWhatIsMissingIsSaid() throws IOException {
        byte[] whole = Files.readAllBytes(caseFile.file());
        Files.write(caseFile.file(), Arrays.copyOf(whole, whole.length - 4096));
        assertThrows(AssayException.class, () -> CaseFile.open(caseFile.file()));
        List<String> lost = CaseFile.recover(caseFile.file(), fresh, Operator.UNKNOWN, Progress.NONE);
        assertTrue(lost.getFirst().startsWith("the newest state: the file "), lost.toString());
        assertEquals(whole.length - 4096, Files.size(caseFile.file()));
        try (CaseFile made = CaseFile.open(fresh)) {
            made.verifyAll(Progress.NONE);
            assertTrue(made.snapshots().size() >= 2, made.snapshots().toString());
        }
    }

    @Test
    void whateverIsSavedOfADamagedCaseIsWholeAndWhatIsNotIsSaid() throws IOException {
        byte[] whole = Files.readAllBytes(caseFile.file());
        Random random = new Random(5);
        int saved = 0;
        int tags = 0;
        for (int round = 0; round < 12; round++) {
            byte[] damaged = whole.clone();
            int at = 8192 + random.nextInt(damaged.length - 8192 - 512);
            Arrays.fill(damaged, at, at + 512, (byte) 0);
            Path old = folder.resolve("damaged" + round + ".mv.db");
            Path made = folder.resolve("made" + round + ".mv.db");
            Files.write(old, damaged);
            try {
                List<String> lost = CaseFile.recover(old, made, Operator.UNKNOWN, Progress.NONE);
                try (CaseFile opened = CaseFile.open(made)) {
                    opened.verifyAll(Progress.NONE);
                    boolean isAll = opened.tags().size() == TAGS && opened.comparisons().size() == 1
                            && opened.snapshots().stream().filter(one -> one.state() == SnapshotState.PARTIAL).count() == 3;
                    assertEquals(isAll, lost.stream().allMatch(what -> what.contains(" of the custody log")),
                            lost.toString());
                    tags += opened.tags().size();
                }
                saved++;
            } catch (AssayException e) {
                assertEquals(ErrorCode.CASE_FILE, e.code(), () -> e.toString());
            }
        }
        assertTrue(saved >= 8, saved + " of 12 saved");
        assertTrue(tags > 0);
    }

    @Test
    void whatIsThereIsNeverWrittenOver() throws IOException {
        Files.writeString(fresh, "something");
        assertThrows(AssayException.class, () -> CaseFile.recover(caseFile.file(), fresh, Operator.UNKNOWN, Progress.NONE));
        assertEquals("something", Files.readString(fresh));
        assertThrows(AssayException.class, () -> CaseFile.recover(folder.resolve("none"), folder.resolve("new"), Operator.UNKNOWN,
                Progress.NONE));
        assertFalse(Files.exists(folder.resolve("new.mv.db")));
    }

    private static Tag tag(int number) {
        return new Tag("pc", Location.file("C:", "file " + number), Sha256.of(("file " + number).getBytes(StandardCharsets.UTF_8)),
                Decision.ACCEPT, "note", "me", Instant.EPOCH);
    }
}
