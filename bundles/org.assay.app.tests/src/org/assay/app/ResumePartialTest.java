package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.Evidence;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Role;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.SourceKind;
import org.assay.model.snapshot.Verification;

/** A snapshot with gaps stays as it is; what is read later takes over its digests. */
class ResumePartialTest {

    private static final int FILES = 500;
    private static final List<Remark> ORIGIN = List.of(new Remark(Location.file("C:"),
            "files that were not touched since were not hashed again: their digests are from snapshot 1"));

    @TempDir
    private Path folder;

    private CaptureSnapshot capture;
    private Case openCase;
    private Snapshot partial;

    @BeforeEach
    void captureWithAGap() throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        for (int number = 0; number < FILES; number++) {
            Files.writeString(tree.resolve("%03d".formatted(number)), "content of " + number);
        }
        Path export = Files.writeString(folder.resolve("some.reg"), "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\A]\r\n\"a\"=dword:zz\r\n");
        capture = new CaptureSnapshot("pc", Role.SUSPECT, "label",
                List.of(new Evidence(SourceKind.TREE, "C", tree.toString()), new Evidence(SourceKind.REG_EXPORT, "", export.toString())),
                CatalogueFiles.NONE,
                        CaptureOptions.standard());
        openCase = Case.create(folder.resolve("case"));
        partial = capture.run(openCase, Progress.NONE);
        assertEquals(SnapshotState.PARTIAL, partial.state());
        Files.writeString(export, "REGEDIT4\r\n\r\n[HKEY_LOCAL_MACHINE\\A]\r\n\"a\"=dword:01\r\n");
    }

    @AfterEach
    void close() {
        openCase.close();
    }

    private void assertComplete(Snapshot resumed, int files) {
        assertEquals(2, resumed.id());
        assertEquals(SnapshotState.COMPLETE, resumed.state());
        assertEquals(List.of("pc", Role.SUSPECT, "label"), List.of(resumed.host(), resumed.role(), resumed.label()));
        assertEquals(partial.sources(), resumed.sources());
        long reused = resumed.attempts().getLast().reading().orElseThrow().earlierFiles();
        assertTrue(reused >= files, reused + " files were reused where " + files + " must be");
        assertTrue(openCase.remarks(2).containsAll(ORIGIN), () -> openCase.remarks(2).toString());
        assertEquals(partial, openCase.snapshot(1));
        assertEquals(Verification.ALL, openCase.verify(1));
        assertEquals(capture.run(openCase, Progress.NONE).coverage().itemsDigest(), resumed.coverage().itemsDigest());
    }

    @Test
    void whatIsReadLaterIsANewSnapshotThatSaysWhereItsDigestsComeFrom() {
        assertComplete(ResumeCapture.latest(openCase).run(openCase, Progress.NONE), FILES);
    }

    @Test
    void whatIsReadLaterCanBeBrokenOffAndResumedItself() {
        Snapshot cancelled = new ResumeCapture(1).run(openCase, KilledCaptureTest.cancelledAfter(FILES / 2,
                new AtomicLong()));
        assertEquals(SnapshotState.CANCELLED, cancelled.state());
        assertComplete(ResumeCapture.latest(openCase).run(openCase, Progress.NONE), FILES / 2);
    }
}
