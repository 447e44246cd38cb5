package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Verification;
import org.assay.testkit.Golden;
import org.assay.testkit.OldCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real cases of the older schema versions are opened and hold what they held. */
class OldCaseTest {

    @TempDir
    Path folder;

    static List<Integer> versions() {
        return OldCases.versions();
    }

    /** Whoever makes a new version freezes a case of the one before, made by the build before: see old-cases/README.md. */
    @Test
    void theCasesAreOfTheFirstVersionAndOfThoseThatFollowed() {
        assertEquals(IntStream.rangeClosed(1, versions().size()).boxed().toList(), versions());
        assertTrue(versions().size() >= 3);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everythingInItIsReadAsItWas(int version) {
        Path path = OldCases.copy(version, folder);
        for (int round = 0; round < 2; round++) {
            try (CaseFile opened = CaseFile.open(path)) {
                Golden.check(OldCaseTest.class, "old-case-" + version + ".txt", CaseText.of(opened));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void onceItIsUpToDateReadingItLeavesItsBytes(int version) throws IOException {
        Path path = OldCases.copy(version, folder);
        CaseFile.openToRead(path).close();
        byte[] upToDate = Files.readAllBytes(path);
        try (CaseFile opened = CaseFile.openToRead(path); CaseFile again = CaseFile.openToRead(path)) {
            Golden.check(OldCaseTest.class, "old-case-" + version + ".txt", CaseText.of(opened));
            assertEquals(opened.snapshots(), again.snapshots());
            AssayException refused = assertThrows(AssayException.class, () -> opened.resume(killed(opened), Environment.UNKNOWN));
            assertEquals(ErrorCode.CASE_FILE, refused.code());
        }
        assertArrayEquals(upToDate, Files.readAllBytes(path));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theSnapshotThatWasKilledIsResumed(int version) {
        Path path = OldCases.copy(version, folder);
        Gap gap = new Gap(Location.file("big", "b"), GapReason.VANISHED, "");
        try (CaseFile opened = CaseFile.open(path)) {
            long killed = killed(opened);
            int attempts = opened.snapshot(killed).attempts().size();
            List<Item> items = items(opened, 1);
            try (SnapshotWriter writer = opened.resume(killed, Environment.UNKNOWN)) {
                items.forEach(writer::item);
                writer.gap(gap);
                Snapshot whole = writer.finish(SnapshotState.PARTIAL, Reading.NONE);
                assertEquals(attempts + 1, whole.attempts().size());
                assertEquals(Map.of(GapReason.VANISHED, 1L), whole.coverage().gapsByReason());
            }
            assertEquals(List.of(gap), opened.gaps(killed));
            assertEquals(items, items(opened, killed));
            assertEquals(Verification.ALL, opened.verify(killed));
        }
    }

    private static long killed(CaseFile opened) {
        Snapshot last = opened.snapshots().getLast();
        assertEquals(SnapshotState.RUNNING, last.state());
        assertTrue(last.finished().isEmpty());
        return last.id();
    }

    private static List<Item> items(CaseFile caseFile, long snapshot) {
        try (ItemStream stream = caseFile.view(snapshot).items()) {
            List<Item> items = new ArrayList<>();
            stream.forEachRemaining(items::add);
            return items;
        }
    }
}
