package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.app.capture.CaptureEnvironment;
import org.assay.model.AssayException;
import org.assay.model.Progress;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.text.Bytes;
import org.assay.store.SnapshotWriter;

/** A sheet says of a snapshot what it is, whatever became of its capture. */
class DescribeSnapshotTest {

    @TempDir
    private Path folder;

    private Path tree;
    private Case openCase;

    @BeforeEach
    void makeACase() throws IOException {
        tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("a.txt"), "hello");
        openCase = Case.create(folder.resolve("case"));
    }

    @AfterEach
    void closeTheCase() {
        openCase.close();
    }

    private static List<String> texts(SnapshotSheet sheet, String label) {
        return sheet.sections().stream().flatMap(section -> section.lines().stream()).filter(line -> line.label().equals(label))
                .map(SnapshotSheet.Line::text).toList();
    }

    @Test
    void aCompleteSnapshotHasNothingToWarnOfAndIsNotResumed() {
        new CaptureSnapshot("pc", Role.BASELINE, "", List.of(new Evidence(SourceKind.TREE, "C", tree.toString())), CatalogueFiles.NONE,
                CaptureOptions.standard()).run(openCase, Progress.NONE);
        SnapshotSheet sheet = new DescribeSnapshot(1).run(openCase);

        assertEquals(List.of(), sheet.warnings());
        assertEquals(Optional.of("Snapshot 1 is COMPLETE: there is nothing to resume. Capture again for a new one."), sheet.obstacle());
        assertEquals(List.of("COMPLETE"), texts(sheet, "state"));
        assertEquals(List.of("5 bytes"), texts(sheet, "content hashed"));
        assertEquals(List.of("snapshot 1", "attempt 1 of 1"), sheet.sections().stream().map(SnapshotSheet.Section::title).toList());
        assertEquals(sheet.snapshot().coverage().itemsDigest().map(Bytes::hex).stream().toList(), texts(sheet, "SHA-256 of the items"));
        assertTrue(new VerifySnapshot(1).run(openCase).passed());
    }

    @Test
    void gapsAreWarnedOfByReasonAndListed() throws IOException {
        Path export = Files.writeString(folder.resolve("damaged.reg"),
                "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\\u00e9]\r\n\"a\"=dword:zz\r\n");
        new CaptureSnapshot("pc", Role.BASELINE, "", List.of(new Evidence(SourceKind.REG_EXPORT, "", export.toString())),
                CatalogueFiles.NONE,
                CaptureOptions.standard())
                .run(openCase, Progress.NONE);
        SnapshotSheet sheet = new DescribeSnapshot(1).run(openCase);

        assertEquals(List.of("not everything could be read (gaps: 1 (damaged 1)): nothing there can be called clean"), sheet.warnings());
        assertEquals(List.of(GapReason.DAMAGED), sheet.gaps().stream().map(gap -> gap.reason()).toList());
        assertFalse(sheet.remarks().isEmpty(), "how the export was decoded is remarked on");
    }

    @Test
    void aCaptureThatGoesOnIsToldFromOneThatWasKilledAndOnlyThatIsResumed() {
        List<Source> sources = List.of(new Source(SourceKind.TREE, "C", tree.toString(), Optional.of(tree.toUri())));
        try (SnapshotWriter writer = openCase.store().newSnapshot("pc", Role.SUSPECT, "", sources,
                CaptureEnvironment.now(CaptureOptions.standard()), List.of())) {
            SnapshotSheet sheet = new DescribeSnapshot(writer.id()).run(openCase);
            assertTrue(sheet.isBeingCaptured());
            assertEquals(List.of("RUNNING, being captured now"), texts(sheet, "state"));
            assertEquals(List.of("it does not hold everything that was asked for"), sheet.warnings());
            assertEquals(sheet.obstacle().orElseThrow(),
                    assertThrows(AssayException.class, () -> new ResumeCapture(1).run(openCase,
                            Progress.NONE)).getMessage());
        }
        SnapshotSheet killed = new DescribeSnapshot(1).run(openCase);
        assertFalse(killed.isBeingCaptured());
        assertEquals(Optional.empty(), killed.obstacle());
        assertEquals(List.of("it does not hold everything that was asked for"), killed.warnings());
        assertEquals(List.of("RUNNING, never ended"), texts(killed, "state"));
        assertEquals(List.of("not ended"), texts(killed, "ended"));
        assertEquals("what is there", new VerifySnapshot(1).run(openCase).word());

        Snapshot resumed = new ResumeCapture(1).run(openCase, Progress.NONE);
        assertEquals(SnapshotState.COMPLETE, resumed.state());
        assertEquals(3, new DescribeSnapshot(1).run(openCase).sections().size(), "the snapshot and two attempts");
    }
}
