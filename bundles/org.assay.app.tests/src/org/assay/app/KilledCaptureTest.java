package org.assay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileTimes;
import org.assay.model.item.Item;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.Reading;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Verification;
import org.assay.testkit.ChildJvm;

/**
 * Captures that are killed at random points, several times in a row, and resumed: what comes out is what a capture in one go makes, and
 * nothing that was stored is hashed again unless it was touched. {@code -Dassay.kills=N} kills more often.
 */
class KilledCaptureTest {

    private static final int KILLS = Integer.getInteger("assay.kills", 8);
    private static final int MAX_KILLS_OF_A_SNAPSHOT = 4;
    private static final int FOLDERS = 60;
    /** With these no case fits into what the disk takes in {@link #aCaptureThatFilledTheDiskIsResumed}, and a part of it surely does. */
    private static final int FOLDERS_TOO_MANY = 180;
    private static final int FILES_A_FOLDER = 200;
    private static final List<Class<?>> PROGRAM = List.of(Case.class);

    @TempDir
    private Path folder;

    private Path tree;
    private Path path;
    private long bytes;

    @BeforeEach
    void layTheTree() throws IOException {
        tree = Files.createDirectory(folder.resolve("tree"));
        path = folder.resolve("case.mv.db");
        layFolders(0, FOLDERS);
        Case.create(path).close();
    }

    private void layFolders(int from, int to) throws IOException {
        for (int number = from; number < to; number++) {
            Path below = Files.createDirectory(tree.resolve("%03d".formatted(number)));
            for (int file = 0; file < FILES_A_FOLDER; file++) {
                byte[] content = ("content of " + number + " " + file).getBytes(StandardCharsets.US_ASCII);
                Files.write(below.resolve("%03d".formatted(file)), content);
                bytes += content.length;
            }
        }
    }

    @Test
    void aCaptureThatIsKilledAnywhereIsResumedWithoutHashingAgain() throws Exception {
        Random random = new Random(17);
        int resumedWithSomething = 0;
        for (int kills = 0; kills < KILLS; ) {
            int ofThis = Math.min(KILLS - kills, 1 + random.nextInt(MAX_KILLS_OF_A_SNAPSHOT));
            long earlier = snapshots();
            for (int kill = 0; kill < ofThis; kill++) {
                boolean begun = snapshots() > earlier;
                kill(begun ? ChildJvm.start(PROGRAM, CaptureChild.class, path.toString())
                        : ChildJvm.start(PROGRAM, CaptureChild.class, path.toString(), tree.toString()), random.nextInt(dots() + 20));
            }
            kills += ofThis;
            if (snapshots() > earlier) {
                touch(random);
                resumedWithSomething += resumeAndCompare() > 0 ? 1 : 0;
            }
        }
        assertTrue(resumedWithSomething > 0, "no kill left anything to go on with");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCaptureThatFilledTheDiskIsResumed() throws Exception {
        layFolders(FOLDERS, FOLDERS_TOO_MANY);
        Process capture = ChildJvm.startAfter("ulimit -f 6000", PROGRAM, CaptureChild.class, path.toString(), tree.toString());
        try (InputStream out = capture.getInputStream()) {
            String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(output.contains("could not be written"), output);
            assertTrue(output.contains(" Snapshot 1 is FAILED, with the "), output);
        }
        capture.waitFor();
        assertTrue(resumeAndCompare() > 0, "nothing was stored before the disk was full");
    }

    /** The case lies on a file system of its own, and is moved to the larger one afterwards, where it is resumed. */
    @Test
    void aCaptureThatFilledItsFileSystemIsResumedElsewhere() throws Exception {
        List<String> alone = List.of("unshare", Files.isWritable(Path.of("/")) ? "-m" : "-rm", "sh", "-c");
        assumeTrue(runs(alone, "mount -t tmpfs assay-test ."),
                "no file system can be mounted here: it takes root, or user namespaces for all");
        layFolders(FOLDERS, FOLDERS_TOO_MANY);
        Path full = Files.createDirectory(folder.resolve("full"));
        String script = "cd '" + folder + "' && mount -t tmpfs -o size=3m assay-test full && mv case.mv.db full && "
                + "\"$0\" \"$@\"; mv full/case.mv.db .";
        Process capture = ChildJvm.startWithin(Stream.concat(alone.stream(), Stream.of(script)).toList(), PROGRAM, CaptureChild.class,
                full.resolve("case.mv.db").toString(), tree.toString());
        try (InputStream out = capture.getInputStream()) {
            String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(output.contains("could not be written: No space left on device. What was stored before is kept."), output);
            assertTrue(output.contains(" Snapshot 1 is FAILED, with the "), output);
        }
        assertEquals(0, capture.waitFor());
        assertTrue(resumeAndCompare() > 0, "nothing was stored before the file system was full");
    }

    private static boolean runs(List<String> shell, String script) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.concat(shell.stream(), Stream.of(script)).toList()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void evidenceThatIsGoneLeavesTheSnapshotAsItIs() throws Exception {
        try (Case openCase = Case.open(path)) {
            AtomicLong items = new AtomicLong();
            Progress half = cancelledAfter(FOLDERS * FILES_A_FOLDER / 2, items);
            assertEquals(SnapshotState.CANCELLED, CaptureChild.capture(tree).run(openCase, half).state());
        }
        Path elsewhere = Files.move(tree, folder.resolve("unmounted"));
        try (Case openCase = Case.open(path)) {
            Snapshot before = openCase.snapshot(1);
            AssayException failure = assertThrows(AssayException.class, () -> new ResumeCapture(1).run(openCase,
                    Progress.NONE));
            assertEquals(ErrorCode.SOURCE, failure.code());
            Files.createDirectory(tree);
            AssayException empty = assertThrows(AssayException.class, () -> new ResumeCapture(1).run(openCase,
                    Progress.NONE));
            assertTrue(empty.getMessage().contains("is another folder than the one that was captured there before"), empty.getMessage());
            Files.delete(tree);
            assertEquals(before, openCase.snapshot(1));
        }
        Files.move(elsewhere, tree);
        assertTrue(resumeAndCompare() > 0, "nothing was stored before it was cancelled");
    }

    private static int dots() {
        return FOLDERS * FILES_A_FOLDER / CaptureChild.STEP;
    }

    private static void kill(Process process, int dots) throws IOException, InterruptedException {
        try (InputStream out = process.getInputStream()) {
            for (int dot = 0; dot <= dots && out.read() == '.'; dot++) {
                continue;
            }
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** Writes to one file, so that only the time of its status tells. */
    private void touch(Random random) throws IOException {
        Path file = tree.resolve("%03d/%03d".formatted(random.nextInt(FOLDERS), random.nextInt(FILES_A_FOLDER)));
        FileTime modified = Files.getLastModifiedTime(file);
        byte[] content = Files.readAllBytes(file);
        content[0] ^= 1;
        Files.write(file, content);
        Files.setLastModifiedTime(file, modified);
    }

    /** Goes on with the latest snapshot to its end; tells how many files needed no hashing again. */
    private long resumeAndCompare() {
        try (Case openCase = Case.open(path)) {
            Snapshot broken = openCase.snapshots().getLast();
            if (broken.state().isWhole()) {
                return 0;
            }
            List<Item> stored = items(openCase, broken.id());
            openCase.verify(broken.id());
            AtomicLong read = new AtomicLong();
            Snapshot resumed = ResumeCapture.latest(openCase).run(openCase, counting(read));
            assertEquals(SnapshotState.COMPLETE, resumed.state());
            assertEquals(broken.id(), resumed.id());
            Reading reading = resumed.attempts().getLast().reading().orElseThrow();
            long hashedBefore = stored.stream().filter(item -> item instanceof FileItem file && file.sha256().isPresent()).count();
            assertTrue(reading.earlierFiles() >= hashedBefore - MAX_KILLS_OF_A_SNAPSHOT && reading.earlierFiles() <= hashedBefore,
                    reading + " where " + hashedBefore + " files were stored");
            assertEquals(bytes - reading.earlierBytes(), read.get(), "bytes read");

            Snapshot inOneGo = CaptureChild.capture(tree).run(openCase, Progress.NONE);
            assertEquals(withoutAccessTimes(items(openCase, inOneGo.id())), withoutAccessTimes(items(openCase, resumed.id())));
            if (reading.accessTimesKept()) {
                assertEquals(inOneGo.coverage(), resumed.coverage());
            }
            assertEquals(Verification.ALL, openCase.verify(resumed.id()));
            return reading.earlierFiles();
        }
    }

    private long snapshots() {
        try (Case openCase = Case.open(path)) {
            return openCase.snapshots().size();
        }
    }

    static List<Item> items(Case openCase, long snapshot) {
        try (ItemStream stream = openCase.store().view(snapshot).items()) {
            List<Item> items = new ArrayList<>();
            stream.forEachRemaining(items::add);
            return items;
        }
    }

    private static List<Item> withoutAccessTimes(List<Item> items) {
        return items.stream().map(item -> item instanceof FileItem file ? withoutAccessTime(file) : item).toList();
    }

    private static Item withoutAccessTime(FileItem file) {
        FileTimes times = new FileTimes(file.times().modified(), file.times().statusChanged(), Optional.empty(), file.times().created());
        return new FileItem(file.location(), file.kind(), file.sizeBytes(), times, file.mode(), file.owner(), file.group(), file.sha256(),
                file.target(), file.details());
    }

    /** Stops when more than {@code most} items are stored; {@code count} says how many are. */
    static Progress cancelledAfter(long most, AtomicLong count) {
        return new QuietProgress() {
            @Override
            public void advance(long items, long bytes) {
                count.addAndGet(items);
            }

            @Override
            public boolean isCancelled() {
                return count.get() > most;
            }
        };
    }

    private static Progress counting(AtomicLong read) {
        return new QuietProgress() {
            @Override
            public void advance(long items, long more) {
                read.addAndGet(more);
            }
        };
    }
}
