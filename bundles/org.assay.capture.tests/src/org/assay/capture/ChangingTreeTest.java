package org.assay.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.Folder;
import org.assay.capture.file.FolderListing;
import org.assay.capture.file.OpenFile;
import org.assay.model.AssayException;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;

/** Trees that change while they are captured, by chance or on purpose. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@ParameterizedClass
@EnumSource(Reader.class)
class ChangingTreeTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Parameter
    Reader reader;

    @TempDir
    Path folder;

    @Test
    void aFileThatVanishesAfterItWasListedIsAGap() throws IOException {
        Files.createFile(folder.resolve("file"));
        RecordingSink sink = Captures.tree(new TreeInTheWay(reader.tree()) {
            @Override
            public FolderListing list(Folder real, Path path) throws IOException {
                FolderListing listing = super.list(real, path);
                Files.deleteIfExists(path.resolve("file"));
                return listing;
            }
        }, folder, Progress.NONE);
        assertEquals(GapReason.VANISHED, sink.gap().reason());
        assertEquals(Location.file("", "file"), sink.gap().location());
        assertEquals(1, sink.items.size());
    }

    /** An open root is where it was, whatever its path leads to; a path leads nowhere. */
    @Test
    void aTreeThatIsMovedAwayMeanwhileIsReadToItsEndOrFails() throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        for (String name : List.of("a", "b", "c")) {
            Files.createFile(root.resolve(name));
        }
        RecordingSink sink = new RecordingSink();
        FileSystemReader moving = new TreeInTheWay(reader.tree()) {
            @Override
            public FolderListing list(Folder real, Path path) throws IOException {
                FolderListing listing = super.list(real, path);
                if (Files.exists(root)) {
                    Files.move(root, folder.resolve("elsewhere"));
                }
                return listing;
            }
        };
        if (reader == Reader.LINUX_NATIVE) {
            Captures.files(moving, root, sink, Progress.NONE);
            assertEquals(List.of(), sink.gaps);
            assertEquals(4, sink.items.size());
        } else {
            AssayException vanished = assertThrows(AssayException.class, () -> Captures.files(moving, root, sink, Progress.NONE));
            assertTrue(vanished.getMessage().contains("vanished while it was captured: there is no such file"), vanished.getMessage());
            assertTrue(sink.gaps.stream().anyMatch(gap -> gap.location().equals(Location.file(""))), () -> sink.gaps.toString());
        }
    }

    @Test
    void aFileThatVanishesBeforeItIsOpenedLeavesAGap() throws IOException {
        Files.writeString(folder.resolve("file"), "abc");
        RecordingSink sink = Captures.tree(swapping(Files::delete), folder, Progress.NONE);
        assertEquals(GapReason.VANISHED, sink.gap().reason());
        assertEquals(Location.file("", "file"), sink.gap().location());
        assertTrue(sink.files().allMatch(file -> file.sha256().isEmpty()));
    }

    @Test
    void aLinkThatTakesTheFilesPlaceIsNotFollowed() throws IOException {
        Files.writeString(folder.resolve("file"), "abc");
        Files.createDirectory(folder.resolve("other"));
        RecordingSink sink = Captures.tree(swapping(path -> {
            Files.delete(path);
            Files.createSymbolicLink(path, Path.of("other"));
        }), folder, Progress.NONE);
        assertEquals(GapReason.CHANGED, sink.gap().reason());
        assertEquals(Optional.empty(), sink.file("file").sha256());
    }

    /** An open file can be asked what it is, a path only what is there now. */
    @Test
    void stateAndContentAreOfOneFileWhenAnotherTakesItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "abc");
        Path other = Files.writeString(folder.resolve("other"), "xyz");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Path place = file.toRealPath();
        RecordingSink sink = Captures.tree(new TreeInTheWay(reader.tree()) {
            @Override
            public OpenFile file(Folder real, Path path, String name) throws IOException {
                OpenFile opened = super.file(real, path, name);
                if (path.resolve(name).equals(place)) {
                    Files.move(place.resolveSibling("other"), place, StandardCopyOption.ATOMIC_MOVE);
                }
                return opened;
            }
        }, folder, Progress.NONE);
        FileItem item = sink.file("file");
        if (item.sha256().isPresent()) {
            assertNotEquals(Files.getAttribute(place, "unix:ino"), item.details().inode().orElseThrow().number(), "of the new file");
            assertEquals(ABC, item.sha256().get().hex());
        }
        assertEquals(item.sha256().isEmpty(),
                sink.gaps.stream().anyMatch(gap -> gap.location().equals(item.location()) && gap.reason() == GapReason.CHANGED));
    }

    @Test
    void fifosThatTakeTheFilesPlacesDoNotHangTheCapture() throws IOException {
        for (String name : List.of("a", "b", "c", "d")) {
            Files.writeString(folder.resolve(name), "abc");
        }
        Files.writeString(folder.resolve("e"), "abc");
        RecordingSink sink = Captures.tree(swapping(path -> {
            if (!path.endsWith("e")) {
                Files.delete(path);
                Shell.sh(path.getParent(), "mkfifo " + path.getFileName());
            }
        }), folder, Progress.NONE);
        assertEquals(List.of("a", "b", "c", "d"), sink.gaps.stream().map(gap -> gap.location().name()).toList());
        assertTrue(sink.gaps.stream().allMatch(gap -> gap.reason() == GapReason.CHANGED));
        assertEquals(ABC, sink.file("e").sha256().orElseThrow().hex());
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsKeptWithoutDigestAndLeavesAGap() throws IOException {
        Path file = Files.write(folder.resolve("log"), new byte[1 << 20]);
        assertChanged(file, () -> Files.write(file, new byte[10], StandardOpenOption.APPEND));
    }

    @Test
    void aFileThatIsCutOffWhileItIsReadIsAGap() throws IOException {
        Path file = Files.write(folder.resolve("log"), new byte[1 << 20]);
        assertChanged(file, () -> Shell.sh(folder, "truncate -s 200000 log"));
    }

    @Test
    void aFileThatIsWrittenToWhileItIsReadIsAGapEvenWhenItsTimeIsSetBack() throws IOException {
        Path file = Files.write(folder.resolve("log"), new byte[1 << 20]);
        FileTime modified = Files.getLastModifiedTime(file);
        assertChanged(file, () -> {
            Files.write(file, new byte[] { 1 }, StandardOpenOption.WRITE);
            Files.setLastModifiedTime(file, modified);
        });
    }

    private void assertChanged(Path file, Step step) throws IOException {
        long size = Files.size(file);
        RecordingSink sink = new RecordingSink();
        CaptureOutcome outcome = new Capture(reader.tree()).run(Captures.request(List.of(Captures.tree("", folder)),
                _ -> _ -> Captures.KEPT_BYTES), sink,
                onFirstBytes(step));
        assertEquals(new Gap(Location.file("", "log"), GapReason.CHANGED, "it changed while it was read"), sink.gap());
        assertEquals(size, sink.file("log").sizeBytes());
        assertEquals(Optional.empty(), sink.file("log").sha256());
        assertEquals(Map.of(), sink.contents);
        assertEquals(List.of(0L, 1L, false), List.of(outcome.reading().hashedBytes(), outcome.gaps(), outcome.cancelled()));
    }

    /** Something that happens in the middle of a capture. */
    private interface Step {

        void run() throws IOException;
    }

    private static Progress onFirstBytes(Step step) {
        return new TestProgress() {
            @Override
            public void advance(long moreItems, long moreBytes) {
                if (moreBytes > 0 && bytes.getAndAdd(moreBytes) == 0) {
                    try {
                        step.run();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        };
    }

    /** Something that happens to a file right before it is opened. */
    private interface Swap {

        void swap(Path path) throws IOException;
    }

    private FileSystemReader swapping(Swap swap) {
        return new TreeInTheWay(reader.tree()) {
            @Override
            public OpenFile file(Folder real, Path path, String name) throws IOException {
                swap.swap(path.resolve(name));
                return super.file(real, path, name);
            }
        };
    }
}
