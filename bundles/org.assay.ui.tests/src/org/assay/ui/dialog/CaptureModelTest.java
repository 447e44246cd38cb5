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
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureModelTest {

    @TempDir
    private Path folder;
    private final CaptureModel model = new CaptureModel(Role.SUSPECT, List.of());

    @Test
    void itSaysWhatIsMissingUntilNothingIs() {
        assertEquals(Optional.of("Host is missing. The machine's name."), model.problem());
        model.form().enter(CaptureSnapshot.HOST, "   ");
        assertEquals(Optional.of("Host is missing. The machine's name."), model.problem());
        model.form().enter(CaptureSnapshot.HOST, " ward-12 ");
        assertEquals(Optional.of("There is nothing to capture: name at least one directory tree, registry export, registry hive, "
                + "Autoruns list, AIDE database, mtree specification, hashdeep list, list of digests, DFXML file, body file or table of "
                + "files."),
                model.problem());
        model.add(SourceKind.TREE, folder.toString());
        assertEquals(Optional.empty(), model.problem());
    }

    @Test
    void treesMustNotShareAName() {
        model.form().enter(CaptureSnapshot.HOST, "x");
        model.add(SourceKind.TREE, folder.toString());
        model.add(SourceKind.HIVE, folder.resolve("SYSTEM").toString());
        model.add(SourceKind.TREE, folder.resolve("other").toString());

        assertTrue(model.problem().orElseThrow().startsWith("Two trees have the same name"));
        model.rename(2, " D: ");
        assertEquals(Optional.empty(), model.problem());
    }

    @Test
    void aTreeThatLooksLikeAWindowsDriveIsCalledSo() throws IOException {
        Files.createDirectory(folder.resolve("WINDOWS"));
        model.add(SourceKind.TREE, folder.toString());

        assertEquals(List.of(new Evidence(SourceKind.TREE, "C:", folder.toString())), model.evidence());
    }

    @Test
    void anExportIsNamedByItsUserAndAListHasNoName() {
        model.add(SourceKind.REG_EXPORT, folder.toString());
        model.add(SourceKind.AUTORUNS, folder.toString());
        model.rename(0, "alice");
        model.rename(1, "alice");

        assertEquals(List.of("alice", ""), model.evidence().stream().map(Evidence::name).toList());
    }

    @Test
    void theRequestIsWhatWasEntered() {
        model.form().enter(CaptureSnapshot.HOST, "ward-12");
        model.form().enter(CaptureSnapshot.ROLE, "BASELINE");
        model.form().enter(CaptureSnapshot.LABEL, " gold ");
        model.add(SourceKind.REG_EXPORT, folder.toString());
        model.add(SourceKind.HIVE, folder.toString());
        model.remove(0);
        model.rename(0, "HKLM\\SYSTEM");

        assertEquals(new CaptureSnapshot("ward-12", Role.BASELINE, "gold",
                List.of(new Evidence(SourceKind.HIVE, "HKLM\\SYSTEM", folder.toString())), CatalogueFiles.NONE, CaptureOptions.standard()),
                        model.request());
    }

    @Test
    void anEntryThatCannotBeUnderstoodIsSaidUntilItIsRight() {
        model.form().enter(CaptureSnapshot.HOST, "x");
        model.add(SourceKind.TREE, folder.toString());
        model.form().enter(CaptureSnapshot.THREADS, "none");
        assertEquals(Optional.of("Threads: 'none' is not a whole number from 1 to 1000."), model.problem());
        model.form().enter(CaptureSnapshot.THREADS, "");
        assertEquals(Optional.empty(), model.problem());
        model.form().enter(CaptureSnapshot.DIGESTS, "md5, blake3");
        assertEquals(Set.of(DigestAlgorithm.MD5, DigestAlgorithm.BLAKE3), model.request().options().digests());
    }
}
