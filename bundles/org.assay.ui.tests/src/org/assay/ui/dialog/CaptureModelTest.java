package org.assay.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.assay.app.CaptureSnapshot;
import org.assay.app.CatalogueFiles;
import org.assay.model.CaptureOptions;
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
        assertEquals(Optional.of("Enter the name of the machine."), model.problem());
        model.host("   ");
        assertEquals(Optional.of("Enter the name of the machine."), model.problem());
        model.host(" ward-12 ");
        assertEquals(Optional.of("Add at least one directory tree, .reg export or hive."), model.problem());
        model.add(SourceKind.TREE, folder);
        assertEquals(Optional.empty(), model.problem());
    }

    @Test
    void treesMustNotShareAName() {
        model.host("x");
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
        model.host("ward-12");
        model.role(Role.BASELINE);
        model.label(" gold ");
        model.add(SourceKind.REG_EXPORT, folder);
        model.add(SourceKind.HIVE, folder);
        model.remove(0);
        model.rename(0, "HKLM\\SYSTEM");

        assertEquals(new CaptureSnapshot("ward-12", Role.BASELINE, "gold",
                List.of(new Evidence(SourceKind.HIVE, "HKLM\\SYSTEM", folder)), CatalogueFiles.NONE, CaptureOptions.standard()),
                        model.request());
    }
}
