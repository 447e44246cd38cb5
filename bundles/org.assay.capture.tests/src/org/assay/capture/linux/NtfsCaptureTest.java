package org.assay.capture.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.assay.capture.Captures;
import org.assay.capture.RecordingSink;
import org.assay.capture.Shell;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.item.FileFlag;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;

/** A Windows file system of its own, made and mounted by the test. */
@Timeout(120)
class NtfsCaptureTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private void sh(String script) throws IOException {
        Shell.sh(folder, "PATH=$PATH:/usr/sbin:/sbin; " + script);
    }

    @BeforeEach
    void image() throws IOException {
        assumeTrue(LinuxReader.isUsable(), "this is no Linux whose system calls are known");
        Shell.Run made = Shell.run(folder, List.of("sh", "-ec",
                "PATH=$PATH:/usr/sbin:/sbin; test -w /dev/fuse; command -v ntfs-3g setfattr; "
                + "truncate -s 16M image; mkntfs -q -F -s 512 -p 0 -H 0 -S 0 image; mkdir mnt"), Map.of());
        assumeTrue(made.exit() == 0, "no NTFS image can be made here: it takes ntfs-3g, setfattr and a /dev/fuse that this user may open");
    }

    @AfterEach
    void unmount() throws IOException {
        Shell.run(folder, List.of("umount", "mnt"), Map.of());
    }

    private void mount(String options) throws IOException {
        Shell.Run run = Shell.run(folder, List.of("ntfs-3g", "-o", options, "image", "mnt"), Map.of());
        assumeTrue(run.exit() == 0, "ntfs-3g cannot mount here: " + run.complaint().lines().findFirst().orElse("no reason given"));
    }

    private RecordingSink capture() {
        return Captures.tree(new LinuxReader(), folder.resolve("mnt"), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "xattr", "windows" })
    void streamsAreItemsOfTheirOwn(String streams) throws IOException {
        mount("streams_interface=xattr");
        sh("cd mnt; printf x > note.txt; mkdir dir; "
                + "setfattr -n user.evil.exe -v abc note.txt; setfattr -n user.Zone.Identifier -v 1 note.txt; "
                + "setfattr -n user.indir -v abc dir; touch dir/child; cd ..; umount mnt");
        mount("ro,streams_interface=" + streams);
        RecordingSink sink = capture();
        Location note = Location.file("", "note.txt");
        FileItem evil = (FileItem) sink.find(note.stream("evil.exe")).orElseThrow();
        assertEquals(FileKind.STREAM, evil.kind());
        assertEquals(3, evil.sizeBytes());
        assertEquals(ABC, evil.sha256().orElseThrow().hex());
        assertEquals(1, ((FileItem) sink.find(note.stream("Zone.Identifier")).orElseThrow()).sizeBytes());
        assertEquals(ABC, ((FileItem) sink.find(Location.file("", "dir").stream("indir")).orElseThrow()).sha256().orElseThrow().hex());
        assertEquals(Set.of(), Set.copyOf(sink.file("note.txt").details().extended().keySet().stream()
                .filter(name -> name.startsWith("user.")).toList()), "streams are not repeated");
        assertEquals(List.of(), sink.gaps);
    }

    @Test
    void aStreamThatIsLargerThanAnAttributeCanBeIsAGapUntilItIsMountedOtherwise() throws IOException {
        mount("streams_interface=windows");
        sh("cd mnt; printf x > file; head -c 200000 /dev/zero > file:large; cd ..; umount mnt");
        mount("ro,streams_interface=xattr");
        assertTrue(capture().gap().detail().contains("streams_interface=windows"), "the gap does not say what to do");
        sh("umount mnt");
        mount("ro,streams_interface=windows");
        RecordingSink sink = capture();
        assertEquals(200_000, ((FileItem) sink.find(Location.file("", "file").stream("large")).orElseThrow()).sizeBytes());
        assertEquals(List.of(), sink.gaps);
    }

    @Test
    void whatWindowsKnowsOfAFileIsRecorded() throws IOException {
        mount("streams_interface=xattr");
        // 2001-02-03T04:05:06Z as FILETIME; hidden and system.
        sh("cd mnt; printf x > file; setfattr -n system.ntfs_attrib_be -v 0x00000006 file; "
                + "setfattr -n system.ntfs_times_be -v 0x01c08d967cbbdd00 file; cd ..; umount mnt");
        mount("ro");
        FileItem file = capture().file("file");
        assertEquals(Set.of(FileFlag.HIDDEN, FileFlag.SYSTEM), file.details().comparedFlags());
        assertEquals(Optional.of(time("getfattr --only-values -n system.ntfs_times_be mnt/file")), file.times().created());
        assertTrue(file.details().extended().get("system.ntfs_acl").length() > 20, "no security descriptor");
    }

    private Instant time(String script) throws IOException {
        byte[] told = Shell.sh(folder, script);
        long units = ByteBuffer.wrap(told).getLong();
        return Instant.ofEpochSecond(units / 10_000_000 - 11_644_473_600L, units % 10_000_000 * 100);
    }

    @Test
    void hostileNamesOfStreamsAreKept() throws IOException {
        mount("streams_interface=xattr");
        sh("cd mnt; printf x > file; setfattr -n \"user.$(printf 'a\\nb\\302\\205')\" -v abc file; cd ..; umount mnt");
        mount("ro");
        RecordingSink sink = capture();
        FileItem stream = (FileItem) sink.find(Location.file("", "file").stream("a\nb\u0085")).orElseThrow();
        assertEquals(ABC, stream.sha256().orElseThrow().hex());
    }
}
