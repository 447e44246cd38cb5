package org.assay.compare.rpm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that Berkeley DB itself made. */
class BdbFileTest {

    @TempDir
    private Path folder;

    /** A database with these values, each with its number as key. */
    private byte[] made(int pageBytes, int order, List<byte[]> values) throws IOException, InterruptedException {
        StringBuilder dump = new StringBuilder("VERSION=3\nformat=bytevalue\ntype=hash\ndb_pagesize=" + pageBytes + "\ndb_lorder=" + order
                + "\nHEADER=END\n");
        for (int number = 0; number < values.size(); number++) {
            dump.append(" %08x\n ".formatted(number)).append(HexFormat.of().formatHex(values.get(number))).append('\n');
        }
        Path text = Files.writeString(folder.resolve("dump"), dump.append("DATA=END\n"));
        Path file = folder.resolve("Packages");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/db_load")), "db_load is not installed");
        assertEquals(0, new ProcessBuilder("db_load", "-f", text.toString(), file.toString()).inheritIO().start().waitFor());
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 4096, 65536})
    void everyValueIsFoundWhereverItLies(int pageBytes) throws IOException, InterruptedException {
        for (int order : new int[] {1234, 4321}) {
            Random random = new Random(pageBytes);
            List<byte[]> values = new ArrayList<>();
            for (int number = 0; number < 60; number++) {
                byte[] value = new byte[random.nextInt(1, random.nextInt(2, 20_000))];
                random.nextBytes(value);
                values.add(value);
            }
            List<byte[]> found = new ArrayList<>();
            BdbFile.headers(made(pageBytes, order, values), found::add);
            assertArrayEquals(sorted(values), sorted(found));
            Files.delete(folder.resolve("Packages"));
        }
    }

    private static String[] sorted(List<byte[]> values) {
        return values.stream().map(HexFormat.of()::formatHex).sorted().toArray(String[]::new);
    }

    @Test
    void aPackageIsRead() throws IOException, InterruptedException {
        byte[] header = RpmHeaderBuilder.packaged("a", "1", "/usr/bin/", "a", "ab".repeat(32));
        assertEquals(List.of("a.noarch"), RpmDatabase.bdb(made(4096, 1234, List.of(new byte[4], header))).stream()
                .map(RpmPackage::name).toList());
    }

    @Test
    void aCircleOfOverflowPagesEnds() throws IOException, InterruptedException {
        byte[] file = made(512, 1234, List.of(new byte[5000]));
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int page = 512; page < file.length; page += 512) {
            if (file[page + 25] == 7) {
                bytes.putInt(page + 16, page / 512);
            }
        }
        List<byte[]> found = new ArrayList<>();
        BdbFile.headers(file, found::add);
        assertTrue(found.isEmpty());
    }
}
