package org.assay.store.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.assay.store.DiskEvent;
import org.assay.store.LoggedFiles;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedWritesTest {

    @TempDir
    Path folder;

    private Path file;
    private OrderedWrites writes;

    @BeforeEach
    void openFile() throws IOException {
        file = Files.createFile(folder.resolve("file"));
        LoggedFiles.begin();
        writes = new OrderedWrites(FilePath.get(LoggedFiles.SCHEME + ":" + file).open("rw"));
    }

    @Test
    void aChunksLastSectorIsWrittenWhenTheDiskHasTheOthers() throws IOException {
        write(8192, 4096);
        assertLogged("write 8192 3584", "force", "write 11776 512");
    }

    @Test
    void theHeadersCopiesAreWrittenApartAndAfterWhatTheyName() throws IOException {
        write(8192, 4096);
        write(0, 8192);
        assertLogged("write 8192 3584", "force", "write 11776 512", "force", "write 0 4096", "force", "write 4096 4096");
    }

    @Test
    void whatWasFreedIsWrittenOverWhenTheDiskHasWhatFollowed() throws IOException {
        write(8192, 4096);
        write(8192, 4096);
        assertLogged("write 8192 3584", "force", "write 11776 512", "force", "write 8192 3584", "force", "write 11776 512");
    }

    @Test
    void whatIsForcedIsNotForcedAgain() throws IOException {
        write(8192, 4096);
        writes.force(true);
        write(8192, 4096);
        assertLogged("write 8192 3584", "force", "write 11776 512", "force", "write 8192 3584", "force", "write 11776 512");
    }

    @Test
    void whatIsReservedIsBehindTheEndAndGivenBack() throws IOException {
        write(8192, 4096);
        writes.reserve(100_000);
        assertEquals(12_288, writes.size());
        assertEquals(12_288 + 2 * 65_536, Files.size(file));
        writes.reserve(100_000);
        assertEquals(12_288 + 2 * 65_536, Files.size(file));
        write(12_288, 4096);
        assertEquals(12_288 + 2 * 65_536, Files.size(file));
        writes.finish();
        assertEquals(16_384, Files.size(file));
    }

    @Test
    void aFileThatWasCutOffTakesNoMore() throws IOException {
        write(8192, 4096);
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            other.truncate(4096);
        }
        assertThrows(IOException.class, () -> write(12_288, 4096));
        assertThrows(IOException.class, () -> writes.reserve(1));
        assertEquals(4096, Files.size(file));
    }

    /** The system may have dropped what it could not bring to the disk, and call the next force a success. */
    @Test
    void whatCouldNotBeForcedOnceTakesNoMore() throws IOException {
        write(0, 8192);
        LoggedFiles.failForces(true);
        assertThrows(IOException.class, () -> writes.force(true));
        LoggedFiles.failForces(false);
        assertEquals("the disk failed", assertThrows(IOException.class, () -> writes.force(true)).getMessage());
        assertThrows(IOException.class, () -> write(8192, 4096));
        assertThrows(IOException.class, () -> writes.reserve(1));
        assertEquals(8192, Files.size(file));
    }

    /** H2 keeps a write that fails to itself while it closes a file; what it writes next may name what is not there. */
    @Test
    void whatCouldNotBeWrittenOnceTakesNoMore() throws IOException {
        write(0, 8192);
        LoggedFiles.failWrites(true);
        assertThrows(IOException.class, () -> write(8192, 4096));
        LoggedFiles.failWrites(false);
        assertEquals("the disk failed", assertThrows(IOException.class, () -> write(0, 8192)).getMessage());
        assertThrows(IOException.class, () -> writes.force(true));
        assertEquals(8192, Files.size(file));
    }

    private void write(long position, int length) throws IOException {
        assertEquals(length, writes.write(ByteBuffer.allocate(length), position));
    }

    private static void assertLogged(String... expected) {
        assertEquals(List.of(expected), LoggedFiles.log().stream().map(event -> switch (event) {
            case DiskEvent.Write write -> "write " + write.position() + " " + write.bytes().length;
            case DiskEvent.Truncate truncate -> "truncate " + truncate.size();
            case DiskEvent.Force _ -> "force";
            case DiskEvent.Rename _, DiskEvent.Delete _, DiskEvent.Reported _ -> event.toString();
        }).toList());
    }
}
