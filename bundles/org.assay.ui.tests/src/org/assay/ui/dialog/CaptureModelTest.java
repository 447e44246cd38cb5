package org.assay.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.app.CaptureSnapshot;
import org.assay.app.CatalogueFiles;
import org.assay.model.CaptureOptions;
import org.assay.model.DigestAlgorithm;
import org.assay.model.Evidence;
import org.assay.model.Role;
import org.assay.model.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureModelTest {

    @TempDir
    private Path folder;
    private final CaptureModel model = new CaptureModel(Role.SUSPECT);

    @Test
    void itSaysWhatIsMissingUntilNothingIs() {
        assertEquals(Optional.of("Host is missing. The machine's name."), model.problem());
        model.form().enter(CaptureSnapshot.HOST, "   ");
        assertEquals(Optional.of("Host is missing. The machine's name."), model.problem());
        model.form().enter(CaptureSnapshot.HOST, " ward-12 ");
        assertEquals(Optional.of("There is nothing to capture: name at least one directory tree, registry export, hive or list of "
                + "Autoruns."),
                model.problem());
        model.add(SourceKind.TREE, folder);
        assertEquals(Optional.empty(), model.problem());
    }

    @Test
    void treesMustNotShareAName() {
        model.form().enter(CaptureSnapshot.HOST, "x");
        model.add(SourceKind.TREE, folder);
        model.add(SourceKind.HIVE, folder.resolve("SYSTEM"));
        model.add(SourceKind.TREE, folder.resolve("other"));

        assertTrue(model.problem().orElseThrow().startsWith("Two trees have the same name"));
        model.rename(2, " D: ");
        assertEquals(Optional.empty(), model.problem());
    }

    @Test
    void aTreeThatLooksLikeAWindowsDriveIsCalledSo() throws IOException {
        Files.createDirectory(folder.resolve("WINDOWS"));
        model.add(SourceKind.TREE, folder);

        assertEquals(List.of(new Evidence(SourceKind.TREE, "C:", folder)), model.evidence());
    }

    @Test
    void anExportHasNoName() {
        model.add(SourceKind.REG_EXPORT, folder);
        model.rename(0, "HKLM");

        assertEquals("", model.evidence().getFirst().name());
    }

    @Test
    void theRequestIsWhatWasEntered() {
        model.form().enter(CaptureSnapshot.HOST, "ward-12");
        model.form().enter(CaptureSnapshot.ROLE, "BASELINE");
        model.form().enter(CaptureSnapshot.LABEL, " gold ");
        model.add(SourceKind.REG_EXPORT, folder);
        model.add(SourceKind.HIVE, folder);
        model.remove(0);
        model.rename(0, "HKLM\\SYSTEM");

        assertEquals(new CaptureSnapshot("ward-12", Role.BASELINE, "gold",
                List.of(new Evidence(SourceKind.HIVE, "HKLM\\SYSTEM", folder)), CatalogueFiles.NONE, CaptureOptions.standard()),
                        model.request());
    }

    @Test
    void anEntryThatCannotBeUnderstoodIsSaidUntilItIsRight() {
        model.form().enter(CaptureSnapshot.HOST, "x");
        model.add(SourceKind.TREE, folder);
        model.form().enter(CaptureSnapshot.THREADS, "none");
        assertEquals(Optional.of("Threads: 'none' is not a whole number from 1 to 1000."), model.problem());
        model.form().enter(CaptureSnapshot.THREADS, "");
        assertEquals(Optional.empty(), model.problem());
        model.form().enter(CaptureSnapshot.DIGESTS, "md5, blake3");
        assertEquals(Set.of(DigestAlgorithm.MD5, DigestAlgorithm.BLAKE3), model.request().options().digests());
    }
}
