package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Verification;

/** An NTFS image whose driver is killed while the image is captured, so that every call fails from then on. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class VanishedMountTest {

    private static final int FOLDERS = 20;
    private static final int FILES_A_FOLDER = 100;
    private static final int FILE_BYTES = "content of 101 101\n".length();
    private static final int THREADS = 2;

    @TempDir
    private Path folder;

    private Path path;
    private Path mount;

    @BeforeEach
    void makeTheImage() throws Exception {
        path = folder.resolve("case.mv.db");
        mount = folder.resolve("tree/mnt");
        assumeTrue(sh("test -w /dev/fuse && command -v ntfs-3g && truncate -s 32M image && mkntfs -q -F -s 512 -p 0 -H 0 -S 0 image && "
                + "mkdir -p tree/mnt other && ntfs-3g image tree/mnt"),
                "no NTFS image can be made and mounted here: it takes ntfs-3g and a /dev/fuse that this user may open");
        assertTrue(sh("cd tree/mnt && for d in $(seq 101 " + (100 + FOLDERS) + "); do mkdir $d && for f in $(seq 101 "
                + (100 + FILES_A_FOLDER) + "); do echo content of $d $f > $d/$f || exit 1; done; done && cd ../.. && umount tree/mnt"));
        mount();
        Case.create(path).close();
    }

    @AfterEach
    void unmount() throws Exception {
        sh("umount -l tree/mnt; umount other; true");
    }

    private void mount() throws Exception {
        assertTrue(sh("ntfs-3g -o ro $PWD/image tree/mnt"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, FILES_A_FOLDER * 3, FILES_A_FOLDER * (FOLDERS - 1) })
    void aCaptureWhoseMountVanishesFailsAndIsResumedWhenItIsThereAgain(int files) throws Exception {
        Snapshot failed;
        List<Item> stored;
        try (Case openCase = Case.open(path)) {
            AssayException failure = assertThrows(AssayException.class,
                    () -> CaptureChild.capture(mount).run(openCase, killing(files)));
            assertVanished(failure);
        }
        try (Case openCase = Case.open(path)) {
            failed = openCase.snapshot(1);
            assertEquals(SnapshotState.FAILED, failed.state());
            assertEquals(Verification.ALL, openCase.verify(1));
            stored = KilledCaptureTest.items(openCase, 1);
            assertTrue(hashed(stored) >= files - THREADS, hashed(stored) + " files are stored where " + files + " were read");
            assertEquals(Set.of(GapReason.READ_ERROR), failed.coverage().gapsByReason().keySet());
            assertTrue(openCase.gaps(1).stream().map(Gap::location).anyMatch(Location.file("C:")::equals), "the tree has no gap");
            assertThrows(AssayException.class, () -> new ResumeCapture(1).run(openCase, Progress.NONE),
                    "its driver is dead");
            assertTrue(sh("umount -l tree/mnt"));
            AssayException empty = assertThrows(AssayException.class, () -> new ResumeCapture(1).run(openCase,
                    Progress.NONE));
            assertEquals(ErrorCode.SOURCE, empty.code());
            assertTrue(empty.getMessage().contains("nothing is mounted there now"), empty.getMessage());
            assertEquals(failed, openCase.snapshot(1));
            assertResumed(openCase, stored);
        }
    }

    /** Another mount takes the number that the device had before, where the user may mount. */
    private void assertResumed(Case openCase, List<Item> stored) throws Exception {
        sh("mount -t tmpfs assay-test other");
        mount();
        Snapshot resumed = ResumeCapture.latest(openCase).run(openCase, Progress.NONE);
        assertEquals(1, resumed.id());
        assertEquals(SnapshotState.COMPLETE, resumed.state());
        assertEquals(hashed(stored), resumed.attempts().getLast().reading().orElseThrow().earlierFiles());
        Snapshot undisturbed = CaptureChild.capture(mount).run(openCase, Progress.NONE);
        assertEquals(undisturbed.coverage(), resumed.coverage());
        assertEquals(Verification.ALL, openCase.verify(1));
    }

    @Test
    void whatAnEarlierAttemptStoredOutlastsAMountThatVanishesWhileItIsResumed() throws Exception {
        try (Case openCase = Case.open(path)) {
            AtomicLong seen = new AtomicLong();
            assertEquals(SnapshotState.CANCELLED, CaptureChild.capture(mount).run(openCase,
                    KilledCaptureTest.cancelledAfter(FILES_A_FOLDER * (FOLDERS / 2), seen)).state());
            long stored = KilledCaptureTest.items(openCase, 1).size();
            assertVanished(assertThrows(AssayException.class, () -> new ResumeCapture(1).run(openCase,
                    killing(FILES_A_FOLDER))));
            assertEquals(SnapshotState.FAILED, openCase.snapshot(1).state());
            assertTrue(KilledCaptureTest.items(openCase, 1).size() >= stored, "items that were stored are lost");
            assertTrue(sh("umount -l tree/mnt"));
            assertResumed(openCase, KilledCaptureTest.items(openCase, 1));
        }
    }

    @Test
    void whatVanishesBelowATreeIsAGapAndIsReadIntoANewSnapshotLater() throws Exception {
        Path tree = Files.writeString(folder.resolve("tree/file"), "content").getParent();
        try (Case openCase = Case.open(path)) {
            Snapshot partial = CaptureChild.capture(tree).run(openCase, killing(FILES_A_FOLDER));
            assertEquals(SnapshotState.PARTIAL, partial.state());
            assertTrue(sh("umount -l tree/mnt"));
            mount();
            Snapshot resumed = ResumeCapture.latest(openCase).run(openCase, Progress.NONE);
            assertEquals(List.of(2L, SnapshotState.COMPLETE), List.of(resumed.id(), resumed.state()));
            assertTrue(resumed.attempts().getLast().reading().orElseThrow().earlierFiles() > 0, "nothing was reused");
            assertEquals(partial, openCase.snapshot(1));
            assertEquals(CaptureChild.capture(tree).run(openCase, Progress.NONE).coverage().itemsDigest(),
                    resumed.coverage().itemsDigest());
        }
    }

    private static void assertVanished(AssayException failure) {
        assertEquals(ErrorCode.SOURCE, failure.code());
        assertTrue(failure.getMessage().contains("vanished while it was captured: "),
                failure.getMessage());
    }

    private static long hashed(List<Item> items) {
        return items.stream().filter(item -> item instanceof FileItem file && file.sha256().isPresent()).count();
    }

    /** Kills the image's driver when so many files were read: what is read ahead of the items that are told of is in memory already. */
    private Progress killing(int files) {
        AtomicLong missing = new AtomicLong((long) files * FILE_BYTES);
        return new QuietProgress() {
            @Override
            public void advance(long items, long bytes) {
                long before = missing.getAndAdd(-bytes);
                if (before > 0 && before <= bytes) {
                    List<ProcessHandle> drivers = ProcessHandle.allProcesses().filter(VanishedMountTest.this::isDriver).toList();
                    assertEquals(1, drivers.size());
                    assertTrue(drivers.getFirst().destroyForcibly());
                    drivers.getFirst().onExit().join();
                }
            }
        };
    }

    private boolean isDriver(ProcessHandle process) {
        return process.info().commandLine().filter(line -> line.contains("ntfs-3g") && line.contains(folder + "/image")).isPresent();
    }

    private boolean sh(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "PATH=$PATH:/usr/sbin:/sbin; " + script).directory(folder.toFile())
                .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        return shell.waitFor() == 0;
    }
}
