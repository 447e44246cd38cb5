package org.assay.capture.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.assay.capture.Captures;
import org.assay.model.Progress;
import org.assay.model.text.Bytes;
import org.assay.model.text.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Holes are not read, and hash as the zeros that they read as. */
@EnabledOnOs(OS.LINUX)
class SparseFileTest {

    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aHoleIsSoManyZeros() throws IOException {
        sparse("before", 9 * MIB, 5 * MIB + 77);
        sparse("between", 9 * MIB + 13, 0, 3 * MIB, 8 * MIB);
        sparse("behind", 9 * MIB + 1, 200_000);
        sparse("nothing", 9 * MIB);
        sparse("last", 9 * MIB, 9 * MIB - 1);
        Files.write(folder.resolve("zeros"), new byte[3 * MIB + 5]);
        assertEquals(6, Captures.tree(new LinuxReader(), folder, Progress.NONE).files().filter(file -> file.sha256().isPresent())
                .peek(file -> assertEquals(sha256(folder.resolve(file.location().name())), file.sha256().get(), file.location().text()))
                .count());
    }

    private void sparse(String name, long length, long... written) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(length);
            for (long at : written) {
                file.seek(at);
                file.write('x');
            }
        }
    }

    private static Bytes sha256(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
