package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.Tag;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.SnapshotView;
import org.assay.model.text.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a case's bytes, the answer is a sentence, or what is still right. */
class DamagedCaseTest {

    private static final byte[] CONTENT = "kept".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private byte[] whole;

    @BeforeEach
    void createCase() throws IOException {
        List<Item> items = new RandomItems(1).items(3000);
        try (CaseFile made = CaseFile.create(folder.resolve("whole"))) {
            for (int round = 0; round < 2; round++) {
                SnapshotWriter writer = made.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of());
                items.forEach(writer::item);
                writer.gap(new Gap(Location.file("C:"), GapReason.DAMAGED, "detail"));
                writer.content(Sha256.of(CONTENT), CONTENT);
                writer.finish(SnapshotState.PARTIAL, Reading.NONE);
            }
            made.saveComparison(1, 2, ComparisonBasis.USUAL,
                    List.of(Change.of(1, ChangeKind.ADDED, Optional.empty(), Optional.of(items.getFirst()), Set.of(),
                    List.of())), List.of());
            made.saveTags(List.of(new Tag("pc", Location.file("C:"), Sha256.of(), Decision.ACCEPT, "", "", Instant.EPOCH)));
        }
        whole = Files.readAllBytes(folder.resolve("whole.mv.db"));
    }

    @Test
    void changedBytesGiveASentenceOrTheSameItems() throws IOException {
        Random random = new Random(3);
        int refused = 0;
        for (int round = 0; round < 60; round++) {
            byte[] damaged = whole.clone();
            for (int flips = 1 + random.nextInt(round + 1); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            refused += isRefused(damaged, round) ? 1 : 0;
        }
        assertTrue(refused > 10, refused + " refused");
    }

    @Test
    void aFileThatWasCutIsRefusedHoweverLittleIsMissing() throws IOException {
        Random random = new Random(4);
        assertTrue(isRefused(Arrays.copyOf(whole, whole.length - 1), 0));
        assertTrue(isRefused(Arrays.copyOf(whole, whole.length - 4096), 1));
        for (int round = 2; round < 60; round++) {
            assertTrue(isRefused(Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)), round));
        }
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        Path cut = folder.resolve("cut.mv.db");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 4096));
        for (AssayException refused : List.of(assertThrows(AssayException.class, () -> CaseFile.open(cut)),
                assertThrows(AssayException.class, () -> CaseFile.openToRead(cut)))) {
            assertTrue(refused.getMessage().contains("is not whole"), refused.getMessage());
            assertTrue(refused.getMessage().contains("recover what this one still has into a new case"), refused.getMessage());
        }
        assertEquals(whole.length - 4096, Files.size(cut));
    }

    private boolean isRefused(byte[] bytes, int round) throws IOException {
        Path path = folder.resolve("damaged" + round + ".mv.db");
        Files.write(path, bytes);
        try (CaseFile opened = CaseFile.open(path)) {
            readAll(opened);
            return false;
        } catch (AssayException e) {
            assertEquals(ErrorCode.CASE_FILE, e.code(), () -> "round " + round + ": " + e);
            return true;
        } finally {
            Files.delete(path);
        }
    }

    private static void readAll(CaseFile opened) {
        for (Snapshot snapshot : opened.snapshots()) {
            SnapshotView view = opened.view(snapshot.id());
            view.gaps();
            view.content(Sha256.of(CONTENT));
            int count = 0;
            try (ItemStream items = view.items()) {
                while (items.hasNext()) {
                    items.next();
                    count++;
                }
            }
            if (snapshot.state() != SnapshotState.RUNNING) {
                assertEquals(3000, count);
            }
        }
        for (Comparison comparison : opened.comparisons()) {
            opened.changes(comparison.id()).forEach(Change::number);
        }
        opened.tags();
    }
}
