package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.app.custody.PackCase;
import org.assay.app.policy.KnownSources;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A case on a medium that is only read is listed; what would be noted in it is refused before anything is written elsewhere. */
class ReadOnlyCaseTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void takeAwayTheRightToWrite() throws IOException, InterruptedException {
        file = new RunDemo(folder.resolve("demo")).run(Progress.NONE).caseFile();
        assertTrue(file.toFile().setWritable(false));
        // an administrator may write whatever the mode says, but not to what does not change
        immutable("+i");
        assumeFalse(Files.isWritable(file), "this user can write to every file here");
    }

    @AfterEach
    void giveItBack() throws IOException, InterruptedException {
        immutable("-i");
    }

    private void immutable(String how) throws IOException, InterruptedException {
        if (Files.isExecutable(Path.of("/usr/bin/chattr"))) {
            new ProcessBuilder("/usr/bin/chattr", how, file.toString()).redirectErrorStream(true).redirectOutput(
                    ProcessBuilder.Redirect.DISCARD).start().waitFor();
        }
    }

    @Test
    void listsWorkAndWhatTakesLongIsRefusedAtOnce() throws IOException {
        Path export = folder.resolve("export");
        Path pack = folder.resolve("pack");
        try (Case opened = Case.open(file)) {
            assertFalse(new ListChanges(1).run(opened).changes().isEmpty());
            assertEquals(2, opened.snapshots().size());
            for (Executable work : List.<Executable>of(
                    () -> new ExportRemediation(1, export, false).run(opened),
                    () -> new CompareSnapshots(1, 2, CatalogueFiles.NONE, KnownSources.NONE, CompareSnapshots.USUAL).run(opened,
                            Progress.NONE),
                    () -> new PackCase(List.of(), pack).run(opened, Optional.of("secret".toCharArray()), Progress.NONE))) {
                AssayException refused = assertThrows(AssayException.class, work);
                assertEquals(ErrorCode.CASE_FILE, refused.code());
                assertTrue(refused.getMessage().contains("cannot be written"), refused.getMessage());
            }
        }
        assertFalse(Files.exists(export));
        assertFalse(Files.exists(pack));
    }
}
