package org.assay.capture.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.capture.Capture;
import org.assay.capture.CaptureRequest;
import org.assay.capture.Captures;
import org.assay.capture.FileStates;
import org.assay.capture.Reader;
import org.assay.capture.RecordingSink;
import org.assay.capture.Shell;
import org.assay.capture.TreeInTheWay;
import org.assay.capture.file.FileState;
import org.assay.capture.file.FileSystemReader;
import org.assay.capture.file.Folder;
import org.assay.capture.file.FolderListing;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.ScopeFilter;

@Timeout(60)
@ParameterizedClass
@EnumSource(Reader.class)
class TreeWalkTest {

    @Parameter
    Reader reader;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "proc", "sysfs", "devtmpfs", "cgroup", "cgroup2", "debugfs" })
    void aPseudoFileSystemIsRecordedAndNotEntered(String type) throws IOException {
        Files.createDirectories(folder.resolve("mount/inside"));
        Files.createFile(folder.resolve("z"));
        RecordingSink sink = Captures.tree(new MountedTree(reader.tree(), "mount", type), folder, Progress.NONE);
        assertEquals(new Gap(Location.file("", "mount"), GapReason.UNSUPPORTED, "pseudo file system " + type + " not entered"),
                sink.gap());
        assertEquals(List.of(Location.file(""), Location.file("", "mount"), Location.file("", "z")), sink.locations());
    }

    @Test
    void anotherFileSystemIsNotEnteredWhenTheCaptureIsToStayOnOne() throws IOException {
        Files.createDirectories(folder.resolve("mount/inside"));
        Files.createFile(folder.resolve("z"));
        RecordingSink sink = new RecordingSink();
        new Capture(new MountedTree(reader.tree(), "mount", "ext4")).run(new CaptureRequest(List.of(Captures.tree("", folder)),
                new CaptureOptions(Set.of(), true, 2, RegistryOptions.USUAL, ScopeFilter.ALL, CaptureOptions.USUAL_TIMEOUT),
                KeptContent.NONE,
                        EarlierItems.NONE), sink, Progress.NONE);
        assertEquals(new Gap(Location.file("", "mount"), GapReason.UNSUPPORTED, "not entered: another file system is mounted there"),
                sink.gap());
        assertEquals(List.of(Location.file(""), Location.file("", "mount"), Location.file("", "z")), sink.locations());
    }

    @ParameterizedTest
    @ValueSource(strings = { "ext4", "tmpfs", "overlay", "ntfs3", "fuseblk" })
    void otherMountPointsAreCrossed(String type) throws IOException {
        Files.createDirectories(folder.resolve("mount/inside"));
        RecordingSink sink = Captures.tree(new MountedTree(reader.tree(), "mount", type), folder, Progress.NONE);
        assertEquals(List.of(), sink.gaps);
        assertEquals(3, sink.items.size());
    }

    @Test
    void theRealProcIsNotEntered() throws IOException {
        Path proc = Path.of("/proc");
        assumeTrue(Files.isDirectory(proc) && Files.getFileStore(proc).type().equals("proc"), "there is no /proc here");
        FileSystemReader onlyProc = new TreeInTheWay(reader.tree()) {
            @Override
            public FolderListing list(Folder folder, Path path) throws IOException {
                FolderListing all = super.list(folder, path);
                return new FolderListing(all.names().stream().filter(name -> name.component().equals("proc")).toList(), all.failure());
            }
        };
        RecordingSink sink = Captures.tree(onlyProc, Path.of("/"), Progress.NONE);
        assertEquals(List.of(Location.file(""), Location.file("", "proc")), sink.locations());
        assertEquals("pseudo file system proc not entered", sink.gap().detail());
    }

    @Test
    void aDirectoryBelowItselfIsNotEnteredAgain() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        FileState.Identity root;
        try (Folder opened = reader.tree().open(folder.toString())) {
            root = opened.state().identity().orElseThrow();
        }
        RecordingSink sink = Captures.tree(new TreeInTheWay(reader.tree()) {
            @Override
            public FileState state(Folder folder, Path path, String name) throws IOException {
                FileState state = super.state(folder, path, name);
                return name.equals("b") ? FileStates.withIdentity(state, root) : state;
            }
        }, folder, Progress.NONE);
        assertEquals(Location.file("", "a", "b"), sink.gap().location());
        assertEquals(GapReason.UNSUPPORTED, sink.gap().reason());
        assertEquals(3, sink.items.size());
    }

    @Test
    void aListThatBreaksOffIsAGapAndWhatCameBeforeIsKept() throws IOException {
        Files.createFile(folder.resolve("file"));
        RecordingSink sink = Captures.tree(new TreeInTheWay(reader.tree()) {
            @Override
            public FolderListing list(Folder folder, Path path) throws IOException {
                return new FolderListing(super.list(folder, path).names(), Optional.of(new IOException("Input/output error")));
            }
        }, folder, Progress.NONE);
        assertEquals(GapReason.READ_ERROR, sink.gap().reason());
        assertEquals(Location.file(""), sink.gap().location());
        assertTrue(sink.gap().detail().contains("Input/output error"), sink.gap().detail());
        assertEquals(2, sink.items.size());
    }

    @Test
    void aLinkThatTakesTheDirectorysPlaceIsNotEntered() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("dir"));
        Path elsewhere = Files.createDirectories(folder.resolve("z/elsewhere"));
        Files.createFile(elsewhere.resolve("secret"));
        Path place = directory.toRealPath();
        RecordingSink sink = Captures.tree(new TreeInTheWay(reader.tree()) {
            @Override
            public Folder folder(Folder folder, Path path, String name) throws IOException {
                if (path.resolve(name).equals(place)) {
                    Files.delete(place);
                    Files.createSymbolicLink(place, elsewhere);
                }
                return super.folder(folder, path, name);
            }
        }, folder, Progress.NONE);
        assertEquals(Location.file("", "dir"), sink.gap().location());
        assertEquals(GapReason.CHANGED, sink.gap().reason());
        assertEquals(Optional.empty(), sink.find(Location.file("", "dir", "secret")));
    }

    @Test
    void anotherUsersFilesAreGapsToAPlainUser() throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.writeString(tree.resolve("file"), "abc");
        Files.createDirectory(tree.resolve("dir"));
        Files.createFile(tree.resolve("dir/lost"));
        for (Path open : List.of(folder, tree)) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setPosixFilePermissions(tree.resolve("file"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(tree.resolve("dir"), PosixFilePermissions.fromString("---------"));
        List<String> plainUser = Files.isReadable(tree.resolve("file"))
                ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : List.of();
        Shell.Run run;
        try {
            run = Shell.listing(plainUser, Shell.readableClassPath(folder), tree);
        } catch (IOException e) {
            assumeTrue(false, "no program here makes the administrator a plain user: " + e.getMessage());
            return;
        } finally {
            Files.setPosixFilePermissions(tree.resolve("dir"), PosixFilePermissions.fromString("rwx------"));
        }
        assumeTrue(Shell.mayReadListing(plainUser, Shell.readableClassPath(folder)), "a plain user cannot read this Java or these classes");
        assertEquals(0, run.exit(), run.complaint());
        assertEquals("""
                item  DIRECTORY - -
                item /646972 DIRECTORY - -
                item /66696c65 FILE - -
                gap /646972 ACCESS_DENIED
                gap /66696c65 ACCESS_DENIED
                """, new String(run.output(), StandardCharsets.US_ASCII));
    }

    /** The real file system, but the directory of one name is where another file system begins. */
    private static final class MountedTree extends TreeInTheWay {

        private final String mountPoint;
        private final String type;

        MountedTree(FileSystemReader real, String mountPoint, String type) {
            super(real);
            this.mountPoint = mountPoint;
            this.type = type;
        }

        @Override
        public FileState state(Folder folder, Path path) throws IOException {
            return mounted(path, super.state(folder, path));
        }

        @Override
        public FileState state(Folder folder, Path path, String name) throws IOException {
            return mounted(path.resolve(name), super.state(folder, path, name));
        }

        private FileState mounted(Path path, FileState state) {
            return path.endsWith(mountPoint) ? FileStates.onDevice(state, state.inode().orElseThrow().device() + 1) : state;
        }

        @Override
        public String fileSystemType(Folder folder, Path path, String name, FileState state) {
            return name.equals(mountPoint) ? type : "ext4";
        }
    }
}
