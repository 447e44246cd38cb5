package org.assay.capture;

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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.assay.capture.file.Folder;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.FileTimes;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.text.FileName;
import org.assay.testkit.HostileNames;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@ParameterizedClass
@EnumSource(Reader.class)
class TreeCaptureTest {

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Parameter
    Reader reader;

    @TempDir
    Path folder;

    private RecordingSink capture() {
        return Captures.tree(reader.tree(), folder, Progress.NONE);
    }

    @Test
    void recordsWhatTheSystemSaysOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "abc");
        Shell.sh(folder, "chmod 6751 file");
        Instant modified = Instant.parse("2001-02-03T04:05:06.123456789Z");
        Files.setLastModifiedTime(file, FileTime.from(modified));
        String owner = Files.getOwner(file).getName();
        String group = new String(Shell.sh(folder, "stat -c %G file"), StandardCharsets.UTF_8).strip();
        FileItem item = capture().file("file");
        assertEquals(modified, item.modified());
        assertEquals(new FileItem(Location.file("", "file"), FileKind.FILE, 3, item.times(), Optional.of(06751), Optional.of(owner),
                Optional.of(group), item.sha256(), Optional.empty(), item.details()), item);
        assertEquals(ABC, item.sha256().orElseThrow().hex());
    }

    @Test
    void recordsEveryTimeThatTheSystemTells() throws IOException {
        Files.writeString(folder.resolve("file"), "abc");
        Shell.sh(folder, "touch -a -d '2001-02-03T04:05:06.5Z' file; touch -m -d '2002-02-03T04:05:06.25Z' file");
        String[] told = new String(Shell.sh(folder, "stat -c '%.9Y %.9Z %.9X %.9W' file"), StandardCharsets.UTF_8).strip().split(" ");
        FileTimes times = capture().file("file").times();
        assertEquals(List.of(told[0], told[1], told[2]),
                List.of(seconds(times.modified()), seconds(times.statusChanged().orElseThrow()), seconds(times.accessed().orElseThrow())));
        assertEquals(Optional.of(told[3]).filter(created -> !created.startsWith("0.")), times.created().map(TreeCaptureTest::seconds));
    }

    private static String seconds(Instant time) {
        return "%d.%09d".formatted(time.getEpochSecond(), time.getNano());
    }

    @Test
    void recordsTheRootItselfAndHiddenFiles() throws IOException {
        Files.createDirectories(folder.resolve(".hidden"));
        Files.createFile(folder.resolve(".hidden/.file"));
        RecordingSink sink = capture();
        assertEquals(List.of(Location.file(""), Location.file("", ".hidden"), Location.file("", ".hidden", ".file")), sink.locations());
        assertEquals(FileKind.DIRECTORY, sink.file().kind());
        assertEquals(EMPTY, sink.file(".hidden", ".file").sha256().orElseThrow().hex());
    }

    @Test
    void recordsEveryKindOfSpecialFileAndOpensNone() throws IOException {
        Shell.sh(folder, "mkfifo pipe; ln -s pipe link; mknod null c 1 3 2>/dev/null || true; mknod disk b 7 99 2>/dev/null || true");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
            RecordingSink sink = capture();
            assertEquals(FileKind.FIFO, sink.file("pipe").kind());
            assertEquals(FileKind.SOCKET, sink.file("socket").kind());
            assertEquals(FileKind.LINK, sink.file("link").kind());
            sink.find(Location.file("", "null")).ifPresent(item -> assertEquals(FileKind.CHARACTER_DEVICE, ((FileItem) item).kind()));
            sink.find(Location.file("", "disk")).ifPresent(item -> assertEquals(FileKind.BLOCK_DEVICE, ((FileItem) item).kind()));
            assertTrue(sink.files().allMatch(file -> file.sha256().isEmpty()));
            assertEquals(List.of(), sink.gaps);
        }
    }

    @Test
    void recordsLinksWithTheirExactTargetsAndFollowsNone() throws IOException {
        Shell.sh(folder, """
                mkdir dir; ln -s nowhere dangling; ln -s . dir/here; ln -s ../dir dir/up; ln -s b a; ln -s a b
                ln -s //etc//passwd/ slashes; ln -s / root; ln -s "$(printf '/\\377/\\303\\251/x\\n y')" bytes
                ln -s "$(printf 'rel\\377')" relative""");
        RecordingSink sink = capture();
        Shell.sh(folder, "rm root slashes bytes");
        Map<String, String> targets = new TreeMap<>();
        sink.files().filter(file -> file.kind() == FileKind.LINK)
                .forEach(link -> targets.put(link.location().text(), link.target().orElseThrow()));
        assertEquals(new TreeMap<>(Map.of("/dangling", "nowhere", "/dir/here", ".", "/dir/up", "../dir", "/a", "b", "/b", "a", "/slashes",
                "//etc//passwd/", "/root", "/", "/bytes", "/\udcff/é/x\n y", "/relative", "rel\udcff")), targets);
        assertEquals(11, sink.items.size());
        assertEquals(List.of(), sink.gaps);
    }

    @Test
    void carriesEveryNameByteForByte() throws IOException {
        for (String name : HostileNames.onDisk()) {
            Files.writeString(HostileNames.in(folder, name), "abc");
        }
        Shell.sh(folder, "mkdir \"$(printf 'dir\\377')\"; printf abc > \"$(printf 'dir\\377/\\376')\"");
        List<String> names = new ArrayList<>(HostileNames.onDisk());
        names.add("dir\udcff");
        Collections.sort(names);
        RecordingSink sink = capture();
        assertEquals(names, sink.locations().stream().filter(each -> each.components().size() == 2).map(Location::name).toList());
        assertTrue(sink.files().filter(file -> file.kind() == FileKind.FILE)
                .allMatch(file -> file.sha256().orElseThrow().hex().equals(ABC)));
        assertEquals(FileKind.FILE, sink.file("dir\udcff", "\udcfe").kind());
        assertEquals(List.of(), sink.gaps);
    }

    @Test
    void digestsAreThoseOfSha256sum() throws IOException {
        Random random = new Random(4711);
        for (int size : new int[] { 0, 1, 63, 64, 65, 4096, 131071, 131072, 131073, 262144, 3_000_001 }) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            Files.write(folder.resolve("size " + size + "\n"), content);
        }
        Shell.sh(folder, "ln 'size 4096\n' hard; truncate -s 50M sparse; mkdir d; cp hard \"$(printf 'd/\\200')\"");
        Map<String, String> expected = new TreeMap<>();
        byte[] lines = Shell.sh(folder, "find . -type f -exec sha256sum -z -- {} +");
        for (int start = 0; start < lines.length; ) {
            int end = start;
            while (lines[end] != 0) {
                end++;
            }
            String line = FileName.decode(Arrays.copyOfRange(lines, start, end));
            expected.put(line.substring(66), line.substring(0, 64));
            start = end + 1;
        }
        Map<String, String> captured = new TreeMap<>();
        capture().files().filter(file -> file.kind() == FileKind.FILE).forEach(file -> captured.put(
                "." + String.join("/", file.location().components()), file.sha256().orElseThrow().hex()));
        assertEquals(14, expected.size());
        assertEquals(expected, captured);
    }

    @Test
    void itemsComeInTheOrderOfLocations() throws IOException {
        Shell.sh(folder, "mkdir a a.b a-b 'a b'; touch a/z a.b/z a-b/z 'a b/z' a/A; "
                + "touch \"$(printf 'a\\377')\" \"$(printf 'a\\360\\237\\220\\233')\" \"$(printf 'a\\357\\277\\275')\" a0");
        Random random = new Random(99);
        for (int count = 0; count < 300; count++) {
            Path place = folder;
            for (int depth = random.nextInt(4); depth > 0; depth--) {
                place = place.resolve("d" + (char) (0x20 + 3 * random.nextInt(5)));
            }
            Files.createDirectories(place);
            Files.writeString(place.resolve("f" + (char) (0x80 + random.nextInt(2000))), "x".repeat(random.nextInt(9)));
        }
        List<Location> locations = capture().locations();
        for (int at = 1; at < locations.size(); at++) {
            assertTrue(Location.ORDER.compare(locations.get(at - 1), locations.get(at)) < 0,
                    locations.get(at - 1) + " before " + locations.get(at));
        }
    }

    @Test
    void aDeepTreeIsWalkedWithoutRecursion() throws IOException {
        int depth = 1900;
        try {
            Shell.sh(folder, "mkdir -p " + "d/".repeat(depth) + " && printf abc > " + "d/".repeat(depth) + "f");
            RecordingSink sink = capture();
            assertEquals(List.of(), sink.gaps);
            assertEquals(depth + 2, sink.items.size());
            assertEquals(depth + 2, sink.items.getLast().location().components().size());
        } finally {
            Shell.sh(folder, "rm -rf d");
        }
    }

    @Test
    void whatLiesDeeperThanTheLongestPathIsReadOrAGap() throws IOException {
        String name = "x".repeat(200);
        try {
            Shell.sh(folder, "perl -e 'for (1..300) { mkdir \"" + name + "\"; chdir \"" + name + "\" } open(F, \">f\"); print F \"abc\"; "
                    + "close F; chdir \"..\"; mkdir \"y\"; mkdir \"z\"'");
            RecordingSink sink = capture();
            if (reader == Reader.NIO) {
                Gap gap = sink.gap();
                assertEquals(GapReason.READ_ERROR, gap.reason());
                assertTrue(sink.items.size() > 10, "only " + sink.items.size() + " levels were read");
                assertTrue(gap.location().isWithin(sink.items.getLast().location()));
            } else {
                assertEquals(List.of(), sink.gaps);
                assertEquals(1 + 300 + 1 + 2, sink.items.size());
                assertEquals(1, sink.files().filter(file -> file.sha256().isPresent()).count());
            }
        } finally {
            Shell.sh(folder, "rm -rf " + name);
        }
    }

    @Test
    void anOwnerWithoutANameIsANumber() throws IOException {
        Files.createFile(folder.resolve("file"));
        RecordingSink sink = capture();
        assertTrue(sink.file("file").owner().isPresent());
        Shell.Run chown = Shell.run(folder, List.of("chown", "3999999999:3999999998", "file"), Map.of());
        assumeTrue(chown.exit() == 0, "only root can give files away");
        FileItem item = capture().file("file");
        assertEquals(Optional.of("3999999999"), item.owner());
        assertEquals(Optional.of("3999999998"), item.group());
    }

    @Test
    void anUnreadableFileIsKeptWithoutDigestAndLeavesAGap() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "abc");
        RecordingSink sink = Captures.tree(new RefusingTree(reader.tree(), file), folder, Progress.NONE);
        assertEquals(new Gap(Location.file("", "file"), GapReason.ACCESS_DENIED, "the system did not let Assay read it"), sink.gap());
        assertEquals(3, sink.file("file").sizeBytes());
        assertEquals(Optional.empty(), sink.file("file").sha256());
    }

    @Test
    void anUnreadableDirectoryIsKeptAndLeavesAGap() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("b"));
        Files.createFile(directory.resolve("lost"));
        Files.createFile(folder.resolve("c"));
        RecordingSink sink = Captures.tree(new RefusingTree(reader.tree(), directory), folder, Progress.NONE);
        assertEquals(new Gap(Location.file("", "b"), GapReason.ACCESS_DENIED, "the system did not let Assay list the directory"),
                sink.gap());
        assertEquals(List.of(Location.file(""), Location.file("", "b"), Location.file("", "c")), sink.locations());
    }

    @Test
    void anUnreadableLinkIsKeptAndLeavesAGap() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        Path place = folder.toRealPath().resolve(link.getFileName());
        RecordingSink sink = Captures.tree(new TreeInTheWay(reader.tree()) {
            @Override
            public String linkTarget(Folder real, Path path, String name) throws IOException {
                throw new IOException("bad sector at " + path.resolve(name).equals(place));
            }
        }, folder, Progress.NONE);
        assertEquals(GapReason.READ_ERROR, sink.gap().reason());
        assertTrue(sink.gap().detail().contains("bad sector at true"), sink.gap().detail());
        assertEquals(Optional.empty(), sink.file("link").target());
    }
}
