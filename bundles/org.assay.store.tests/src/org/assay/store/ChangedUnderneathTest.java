package org.assay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.snapshot.Environment;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SnapshotState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A case that other programs do something to while a capture writes it. */
@DisabledOnOs(OS.WINDOWS)
class ChangedUnderneathTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void createCase() {
        try (CaseFile made = CaseFile.create(folder.resolve("case"))) {
            made.newSnapshot("pc", Role.BASELINE, "", List.of(), Environment.UNKNOWN, List.of())
                    .finish(SnapshotState.COMPLETE, Reading.NONE);
            file = made.file();
        }
    }

    @Test
    void aCaseThatIsRemovedMakesTheCaptureFail() {
        assertNoticed("removed or replaced it", () -> Files.delete(file));
    }

    @Test
    void aCaseThatIsReplacedMakesTheCaptureFail() {
        assertNoticed("removed or replaced it", () -> {
            Files.copy(file, folder.resolve("other"));
            Files.move(folder.resolve("other"), file, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    @Test
    void aCaseThatIsCutOffMakesTheCaptureFail() {
        assertNoticed("cut it off", () -> cut(Files.size(file) / 2));
    }

    @Test
    void aCaseThatIsEmptiedMakesTheCaptureFail() {
        assertNoticed("cut it off", () -> cut(0));
    }

    private void cut(long size) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(size);
        }
    }

    /** What another program does. */
    private interface Deed {
        void run() throws IOException;
    }

    private void assertNoticed(String words, Deed deed) {
        CaseFile opened = CaseFile.open(file);
        SnapshotWriter writer = opened.newSnapshot("pc", Role.SUSPECT, "", List.of(), Environment.UNKNOWN, List.of());
        NumberedItems.first(5000).forEach(writer::item);
        writer.flush();
        AssayException failure = assertThrows(AssayException.class, () -> {
            deed.run();
            writer.finish(SnapshotState.COMPLETE, Reading.NONE);
        });
        assertEquals(ErrorCode.CASE_FILE, failure.code());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
        assertTrue(failure.getMessage().contains("What was just stored is lost."), failure.getMessage());
        assertFalse(failure.getMessage().contains("is kept"), failure.getMessage());
    }
}
