package org.assay.capture.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.assay.capture.Capture;
import org.assay.capture.CaptureOutcome;
import org.assay.capture.CaptureRequest;
import org.assay.capture.Captures;
import org.assay.capture.RecordingSink;
import org.assay.capture.Shell;
import org.assay.capture.TestProgress;
import org.assay.capture.TreeInTheWay;
import org.assay.capture.file.ChildName;
import org.assay.capture.file.FileState;
import org.assay.capture.file.Folder;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.DigestAlgorithm;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.Inode;
import org.assay.model.item.Item;
import org.assay.model.snapshot.CaptureOptions;
import org.assay.model.snapshot.EarlierItems;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.KeptContent;
import org.assay.model.snapshot.RegistryOptions;
import org.assay.model.snapshot.ScopeFilter;
import org.assay.model.text.Bytes;

/** What only system calls tell, and what they leave alone. */
@Timeout(60)
class LinuxReaderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void onLinux() {
        assumeTrue(LinuxReader.isUsable(), "this is no Linux whose system calls are known");
    }

    private RecordingSink capture() {
        return Captures.tree(new LinuxReader(), folder, Progress.NONE);
    }

    private String shell(String script) throws IOException {
        return new String(Shell.sh(folder, script), StandardCharsets.UTF_8).strip();
    }

    private void assumePossible(String script, String what) throws IOException {
        Shell.Run run = Shell.run(folder, List.of("sh", "-ec", script), Map.of());
        assumeTrue(run.exit() == 0, what + " is not possible here: " + run.complaint().lines().findFirst().orElse("no reason given"));
    }

    @Test
    void recordsWhereAFileLies() throws IOException {
        shell("printf abc > file; ln file other; truncate -s 3M sparse");
        RecordingSink sink = capture();
        for (String name : List.of("file", "other", "sparse")) {
            String[] told = shell("stat -c '%d %i %h %b %u %g' " + name).split(" ");
            Inode inode = sink.file(name).details().inode().orElseThrow();
            assertEquals(List.of(told), List.of(inode.device() + "", inode.number() + "", inode.links() + "",
                    inode.allocatedBytes() / 512 + "", inode.uid() + "", inode.gid() + ""));
        }
        assertEquals(0, sink.file("sparse").details().inode().orElseThrow().allocatedBytes());
    }

    @Test
    void recordsExtendedAttributesOfEveryKindOfFileByteForByte() throws IOException {
        shell("printf abc > file; mkdir dir; ln -s file link; mkfifo pipe");
        assumePossible("setfattr -n user.plain -v 0x00ff0a file; setfattr -n user.empty file; setfattr -n user.d -v x dir", "setfattr");
        RecordingSink sink = capture();
        assertEquals(Map.of("user.plain", Bytes.ofHex("00ff0a"), "user.empty", Bytes.EMPTY), user(sink.file("file")));
        assertEquals(Map.of("user.d", Bytes.ofHex("78")), user(sink.file("dir")));
        assertEquals(List.of(), sink.gaps);
        assumePossible("setfattr -h -n trusted.mark -v link link; setfattr -n trusted.mark -v pipe pipe", "a trusted attribute");
        RecordingSink trusted = capture();
        assertEquals(Bytes.ofHex("6c696e6b"), trusted.file("link").details().extended().get("trusted.mark"));
        assertEquals(Bytes.ofHex("70697065"), trusted.file("pipe").details().extended().get("trusted.mark"));
        assertEquals(Map.of(), user(trusted.file("link")), "the link was followed");
    }

    @Test
    void recordsMoreExtendedAttributesThanMostFilesHave() throws IOException {
        shell("printf abc > file; mkdir dir");
        String name = "user.name-of-a-hundred-characters-".repeat(3).substring(0, 90);
        assumePossible("for n in 0 1 2 3 4 5 6 7 8 9; do setfattr -n " + name + "$n -v $n file; setfattr -n " + name + "$n dir; done",
                "setfattr");
        RecordingSink sink = capture();
        assertEquals(10, user(sink.file("file")).size());
        assertEquals(Bytes.ofHex("37"), user(sink.file("file")).get(name + "7"));
        assertEquals(10, user(sink.file("dir")).size());
        assertEquals(List.of(), sink.gaps);
    }

    private static Map<String, Bytes> user(FileItem item) {
        return new TreeMap<>(item.details().extended().subMap("user.", "user/"));
    }

    @Test
    void recordsAccessControlListsAndCapabilities() throws IOException {
        shell("printf abc > file; mkdir dir; printf abc > tool");
        assumePossible("setfacl -m u:12345:rwx file; setfacl -d -m g:54321:r dir", "setfacl");
        RecordingSink sink = capture();
        String access = sink.file("file").details().extended().get("system.posix_acl_access").hex();
        assertTrue(access.startsWith("02000000") && access.contains("0200070039300000"), access);
        assertTrue(sink.file("dir").details().extended().containsKey("system.posix_acl_default"));
        assumePossible("setcap cap_net_raw+ep tool", "setcap");
        assertTrue(capture().file("tool").details().extended().containsKey("security.capability"));
    }

    @Test
    void recordsFlags() throws IOException {
        shell("printf abc > fixed; printf abc > log; mkdir dir; printf abc > plain");
        try {
            assumePossible("chattr +i fixed; chattr +a log; chattr +d dir", "chattr");
            RecordingSink sink = capture();
            assertEquals(Set.of(FileFlag.IMMUTABLE), sink.file("fixed").details().flags());
            assertEquals(Set.of(FileFlag.APPEND_ONLY), sink.file("log").details().flags());
            assertEquals(Set.of(FileFlag.NO_DUMP), sink.file("dir").details().flags());
            assertEquals(Set.of(), sink.file("plain").details().flags());
        } finally {
            Shell.run(folder, List.of("chattr", "-i", "-a", "fixed", "log"), Map.of());
        }
    }

    @Test
    void accessTimesAreTheSameBeforeAndAfterAndNothingIsWritten() throws IOException {
        shell("mkdir -p a/b; printf abc > file; printf abc > a/b/file; ln -s file link; mkfifo pipe; truncate -s 300k a/large; "
                + "find . -exec touch -h -a -d 2001-02-03T04:05:06Z {} + ; find . -type d -exec touch -m -d 2002-02-03T04:05:06Z {} +");
        String list = "stat -c '%n %x %y %z %s' . a a/b file a/b/file link pipe a/large";
        String before = shell(list);
        RecordingSink sink = new RecordingSink();
        CaptureOutcome outcome = new Capture(new LinuxReader()).run(Captures.request(List.of(Captures.tree("", folder)),
                _ -> _ -> Captures.KEPT_BYTES), sink,
                new TestProgress() {
                    @Override
                    public boolean isWatched() {
                        return true;
                    }
                });
        assertEquals(List.of("linux-native"), outcome.reading().readers().asked());
        String after = shell(list);
        if (outcome.reading().accessTimesKept()) {
            assertEquals(before, after);
        } else {
            assertEquals(without(before, "link"), without(after, "link"), "only a link's time may change to its owner");
        }
    }

    private static List<String> without(String lines, String name) {
        return lines.lines().filter(line -> !line.startsWith(name + " ")).toList();
    }

    @Test
    void theAdministratorReadsThroughAMountThatKeepsAccessTimes() throws IOException {
        assumeTrue(shell("id -u").equals("0"), "only root may mount where all see it");
        shell("ln -s nowhere link; touch -h -a -d 2001-02-03T04:05:06Z link");
        String before = shell("stat -c %x link");
        LinuxReader tree = new LinuxReader();
        RecordingSink sink = Captures.tree(tree, folder, Progress.NONE);
        assumeTrue(tree.keepsAccessTimes(), "this kernel or its container does not let a mount be made");
        assertEquals(Optional.of("nowhere"), sink.file("link").target());
        assertEquals(before, shell("stat -c %x link"));
    }

    @Test
    void aFileOfManyNamesIsReadOnce() throws IOException {
        shell("head -c 200000 /dev/urandom > a; for i in b c d e; do ln a $i; done; cp a copy; ln copy copy2");
        TestProgress progress = new TestProgress();
        RecordingSink sink = new RecordingSink();
        CaptureOutcome outcome = new Capture(new LinuxReader()).run(new CaptureRequest(List.of(Captures.tree("", folder)),
                new CaptureOptions(Set.of(DigestAlgorithm.SHA1), false, 1, RegistryOptions.USUAL, ScopeFilter.ALL,
                        CaptureOptions.USUAL_TIMEOUT),
                        KeptContent.NONE, EarlierItems.NONE),
                        sink, progress);
        assertEquals(400_000, progress.bytes.get());
        assertEquals(7 * 200_000, outcome.reading().hashedBytes());
        assertEquals(1, sink.files().filter(file -> file.kind() == FileKind.FILE).map(FileItem::sha256).distinct().count());
        assertTrue(sink.files().filter(file -> file.kind() == FileKind.FILE)
                .allMatch(file -> file.details().digests().containsKey(DigestAlgorithm.SHA1)));
    }

    @Test
    void whatAnEarlierAttemptStoredIsNotReadAgainWhileItIsUnchanged() throws IOException {
        shell("printf one > one; printf two > two; printf three > three");
        RecordingSink first = capture();
        shell("printf TWO > two");
        TestProgress progress = new TestProgress();
        RecordingSink again = new RecordingSink();
        AtomicInteger asked = new AtomicInteger();
        EarlierItems earlier = location -> {
            asked.incrementAndGet();
            return location.name().equals("three") ? Optional.empty() : first.find(location).map(FileItem.class::cast);
        };
        new Capture(new LinuxReader()).run(new CaptureRequest(List.of(Captures.tree("", folder)), new CaptureOptions(Set.of(), false, 2,
                RegistryOptions.USUAL, ScopeFilter.ALL, CaptureOptions.USUAL_TIMEOUT),
                KeptContent.NONE, earlier), again, progress);
        assertEquals(8, progress.bytes.get(), "two and three are read, one is not");
        assertEquals(3, asked.get());
        assertEquals(capture().files().map(FileItem::sha256).toList(), again.files().map(FileItem::sha256).toList());
        assertEquals(first.file("one"), again.file("one"));
    }

    @Test
    void anEarlierItemWithoutAllDigestsIsReadAgain() throws IOException {
        shell("printf one > one");
        RecordingSink first = capture();
        TestProgress progress = new TestProgress();
        RecordingSink again = new RecordingSink();
        new Capture(new LinuxReader()).run(new CaptureRequest(List.of(Captures.tree("", folder)),
                new CaptureOptions(Set.of(DigestAlgorithm.MD5), false, 1, RegistryOptions.USUAL, ScopeFilter.ALL,
                        CaptureOptions.USUAL_TIMEOUT),
                        KeptContent.NONE,
                location -> first.find(location).map(FileItem.class::cast)), again, progress);
        assertEquals(3, progress.bytes.get());
        assertEquals("f97c5d29941bfb1b2fdab0874906ab82", again.file("one").details().digests().get(DigestAlgorithm.MD5).hex());
    }

    @Test
    void openFilesStayFewWhateverTheTreesDepth() throws IOException {
        try {
            shell("mkdir -p " + "d/".repeat(1500) + "; touch " + "d/".repeat(1500) + "f");
            AtomicInteger most = new AtomicInteger();
            RecordingSink sink = new RecordingSink() {
                @Override
                public void item(Item item) {
                    super.item(item);
                    most.accumulateAndGet(open(), Math::max);
                }
            };
            int before = open();
            new Capture(new LinuxReader()).run(Captures.request(List.of(Captures.tree("", folder)), KeptContent.NONE), sink,
                    Progress.NONE);
            assertEquals(List.of(), sink.gaps);
            assertEquals(1502, sink.items.size());
            assertTrue(most.get() - before < 400, "open at once: " + most);
            requireClosed(before);
        } finally {
            shell("rm -rf d");
        }
    }

    private static int open() {
        return Path.of("/proc/self/fd").toFile().list().length;
    }

    /** The thread that counts ahead is told to stop with the capture, and closes what it has open when it gets a processor. */
    /** Only here directories are closed on the way down and found again. */
    @Test
    void aDirectoryThatIsMovedAwayWhileItsDepthsAreWalkedIsAGapWhereItWas() throws IOException {
        Shell.sh(folder, "mkdir elsewhere last; mkdir -p " + "d/".repeat(200) + "; touch d/d/z " + "d/".repeat(150) + "z");
        Path from = folder.toRealPath().resolve("d/d/d");
        Path to = folder.toRealPath().resolve("elsewhere/d");
        RecordingSink sink = Captures.tree(new TreeInTheWay(new LinuxReader()) {
            @Override
            public Folder above(Folder real, Path path, FileState expected) throws IOException {
                if (path.equals(from)) {
                    Files.move(from, to);
                }
                return super.above(real, path, expected);
            }
        }, folder, Progress.NONE);
        Gap gap = sink.gap();
        assertEquals(Location.file("", "d", "d"), gap.location());
        assertEquals(GapReason.CHANGED, gap.reason());
        assertTrue(sink.find(Location.file("", "last")).isPresent(), "what comes after it was not read");
        Shell.sh(folder, "rm -rf d elsewhere");
    }

    private static void requireClosed(int before) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (open() > before + 2 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertTrue(open() <= before + 2, "left open: " + (open() - before));
    }

    @Test
    void aCancelledCaptureLeavesNothingOpen() throws IOException {
        shell("for i in $(seq 300); do mkdir d$i; touch d$i/a d$i/b; done");
        int before = open();
        for (int round = 0; round < 5; round++) {
            TestProgress progress = new TestProgress() {
                @Override
                public void advance(long moreItems, long moreBytes) {
                    super.advance(moreItems, moreBytes);
                    cancelled |= items.get() == 20;
                }
            };
            RecordingSink sink = new RecordingSink();
            assertTrue(new Capture(new LinuxReader()).run(Captures.request(List.of(Captures.tree("", folder)), KeptContent.NONE), sink,
                    progress).cancelled());
        }
        requireClosed(before);
    }

    @Test
    void aSocketsAttributesAreReadWithoutOpeningIt() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
            RecordingSink sink = capture();
            assertEquals(FileKind.SOCKET, sink.file("socket").kind());
            assertEquals(List.of(), sink.gaps);
        }
    }

    @Test
    void aBindMountOfTheTreeInsideItselfIsNotWalkedForEver() throws IOException {
        Files.createDirectories(folder.resolve("in/side"));
        assumePossible("mount --bind . in/side", "mount");
        try {
            RecordingSink sink = capture();
            assertEquals(Location.file("", "in", "side"), sink.gap().location());
            assertEquals("not entered: it is one of the directories above it again", sink.gap().detail());
            assertEquals(3, sink.items.size());
        } finally {
            shell("umount in/side");
        }
    }

    @Test
    void aMountedFileSystemIsCrossedUnlessToldOtherwise() throws IOException {
        Files.createDirectories(folder.resolve("mnt"));
        assumePossible("mount -t tmpfs assay-test mnt", "mount");
        try {
            shell("printf abc > mnt/file");
            assertEquals(FileKind.FILE, capture().file("mnt", "file").kind());
            RecordingSink one = new RecordingSink();
            new Capture(new LinuxReader()).run(new CaptureRequest(List.of(Captures.tree("", folder)),
                    new CaptureOptions(Set.of(), true, 1, RegistryOptions.USUAL, ScopeFilter.ALL, CaptureOptions.USUAL_TIMEOUT),
                            KeptContent.NONE,
                            EarlierItems.NONE), one, Progress.NONE);
            assertEquals(Location.file("", "mnt"), one.gap().location());
            assertEquals(2, one.items.size());
        } finally {
            shell("umount mnt");
        }
    }

    @Test
    void whatOthersUnmountBelowTheTreeMeanwhileIsReadAllTheSame() throws IOException {
        Files.createDirectories(folder.resolve("mnt"));
        assumePossible("mount --bind . . && mount --make-shared . && mount -t tmpfs assay-test mnt", "mount");
        try {
            shell("printf abc > $PWD/mnt/file");
            try (Folder root = new LinuxReader().open(folder.toString())) {
                shell("umount $PWD/mnt");
                try (Folder mounted = root.folder("mnt")) {
                    assertEquals(List.of("file"), mounted.list().names().stream().map(ChildName::component).toList());
                }
            }
        } finally {
            shell("umount -l $PWD");
        }
    }

    @Test
    void procIsNotEnteredWhereverItIsMounted() throws IOException {
        Files.createDirectories(folder.resolve("chroot/proc"));
        assumePossible("mount -t proc proc chroot/proc", "mount");
        try {
            assertEquals("pseudo file system proc not entered", capture().gap().detail());
        } finally {
            shell("umount chroot/proc");
        }
    }
}
