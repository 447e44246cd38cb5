package org.assay.registry.creg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.assay.registry.FileBounds;
import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registry files of Windows 95, 98 and Me that a test builds, sound and unsound ones. */
class CregReaderTest {

    @TempDir
    private Path folder;

    private final CregBuilder builder = new CregBuilder();
    private final CregBuilder.Key software = builder.root.key("Software");
    private final CregBuilder.Key run = software.key("Run").value("", RegistryType.SZ, "x").value("pp", RegistryType.SZ, "c:\\files32.vxd");
    private final CregBuilder.Key classes = software.key("Classes").value("n", RegistryType.DWORD, "\1\2\3\4");
    private final CregBuilder.Key last = builder.root.key("System").key("Control");

    /** Building tells where each part is in the file. */
    private final byte[] sound = builder.build();

    @Test
    void everyKeyComesBeforeItsValuesAndTheseBeforeItsSubkeys() {
        software.value("v", RegistryType.BINARY, "\t");
        Recording read = read();
        assertEquals(List.of("", "Software", "Software\\Run", "Software\\Classes", "System", "System\\Control"), read.paths());
        assertEquals(List.of(new RegistryValue(List.of("Software"), "v", RegistryType.BINARY, new byte[] {9}),
                new RegistryValue(List.of("Software", "Run"), "", RegistryType.SZ, Utf16.encode("x\0")),
                new RegistryValue(List.of("Software", "Run"), "pp", RegistryType.SZ, Utf16.encode("c:\\files32.vxd\0")),
                new RegistryValue(List.of("Software", "Classes"), "n", RegistryType.DWORD, new byte[] {1, 2, 3, 4})), read.values());
        assertEquals(List.of(), read.problems);
    }

    @Test
    void textBecomesWhatAnExportOfTheSameMachineHas() {
        last.value("empty", RegistryType.SZ, "").value("ended", RegistryType.SZ, "a\0").value("hidden", RegistryType.SZ, "a\0b")
                .value("expand", RegistryType.EXPAND_SZ, "%A%\0").value("list", RegistryType.MULTI_SZ, "a\0b\0\0")
                .value("raw", 0x7fff_0001, "a\0");
        List<byte[]> data = read().values().stream().filter(value -> value.key().contains("Control")).map(RegistryValue::data).toList();
        assertArrayEquals(Utf16.encode("\0"), data.get(0));
        assertArrayEquals(Utf16.encode("a\0"), data.get(1));
        assertArrayEquals(Utf16.encode("a\0b\0"), data.get(2));
        assertArrayEquals(Utf16.encode("%A%\0"), data.get(3));
        assertArrayEquals(Utf16.encode("a\0b\0\0"), data.get(4));
        assertArrayEquals(new byte[] {'a', 0}, data.get(5));
    }

    @Test
    void aGuessedCodePageIsReported() {
        last.key("caf\u00e9").value("\u00e9", RegistryType.SZ, "\u20ac");
        Recording read = read();
        assertEquals("caf\u00e9", read.keys().getLast().path().getLast());
        assertArrayEquals(Utf16.encode("\u20ac\0"), read.values().getLast().data());
        assertEquals(List.of(Kind.ENCODING_GUESSED), read.problems.stream().map(RegistryProblem::kind).toList());
        Recording russian = read(builder.build(), new CregReader(Charset.forName("windows-1251")));
        assertEquals("caf\u0439", russian.keys().getLast().path().getLast());
        assertEquals(List.of(), russian.problems);
    }

    @Test
    void bytesThatAreNoCharacterAreReported() {
        last.value("\u00e9", RegistryType.DWORD, "");
        Recording read = read(builder.build(), new CregReader(Charset.forName("GBK")));
        assertEquals("\ufffd", read.values().getLast().name());
        assertEquals(List.of(Kind.DAMAGED), read.problems.stream().map(RegistryProblem::kind).toList());
        assertEquals(List.of("System", "Control"), read.problems.getFirst().path());
    }

    @Test
    void aListOfSubkeysThatRunsInACircleEnds() {
        assertDamage(changed(classes.entry + 20, software.entry - CregBuilder.TREE), 6, "already read", software.entry);
    }

    @Test
    void aKeyThatIsItsOwnSubkeyIsReadOnce() {
        assertDamage(changed(run.entry + 16, run.entry - CregBuilder.TREE), 6, "already read", run.entry);
    }

    @Test
    void anEntryOutsideTheTreeIsReported() {
        for (int offset : List.of(0x7fff_fff0, -4, 28, 33)) {
            assertDamage(changed(software.entry + 20, offset), 4, "offset of a key", Math.min(32 + (offset & 0xffff_ffffL), sound.length));
        }
    }

    @Test
    void aKeyWithoutItsRecordIsMissingWithAllBelowIt() {
        Recording read = assertDamage(changed(software.entry + 24, 0x0009_0000), 3, "record", software.entry);
        assertTrue(read.messages().contains("belong to no key"), read.messages());
        assertEquals(List.of("", "System", "System\\Control"), read.paths());
    }

    @Test
    void twoKeysDoNotShareARecord() {
        int id = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).getInt(run.entry + 24);
        assertDamage(changed(classes.entry + 24, id), 5, "a key that was read before", classes.entry);
    }

    @Test
    void aNameThatIsNotFoundByItsSumIsReported() {
        assertDamage(changed(run.entry + 4, 1), 6, "hash of the key's name", run.entry);
    }

    @Test
    void aFalseParentIsReported() {
        assertDamage(changed(run.entry + 12, 32), 6, "names a different key", run.entry);
    }

    @Test
    void aValueBeyondTheEndOfItsRecordIsReported() {
        Recording read = assertDamage(changed(run.record + 20 + 3 + 8, 0xffff_0000), 6, "exceed its record", run.record);
        assertEquals(List.of("n"), read.values().stream().map(RegistryValue::name).toList());
    }

    @Test
    void aDamagedBlockLosesOnlyItsOwnKeys() {
        int block = (run.record / 4096) * 4096 + 32;
        Recording read = assertDamage(changed(block, 0), 3, "valid record block", block);
        assertEquals(List.of("", "Software", "Software\\Classes"), read.paths());
    }

    @Test
    void blocksBeyondTheirCountAreReported() {
        sound[16] = 1;
        Recording read = read(sound, new CregReader());
        assertTrue(read.messages().contains("that the header counts"), read.messages());
    }

    @Test
    void aFileCutOffAnywhereGivesWhatIsLeft() {
        for (int length = 32; length < sound.length - 4096; length++) {
            Recording read = read(Arrays.copyOf(sound, length), new CregReader());
            assertTrue(!read.lost().isEmpty(), "nothing is said of a file of " + length + " bytes");
        }
    }

    @Test
    void anyOtherFileIsRefused() throws IOException {
        for (byte[] bytes : List.of(new byte[0], "CREG".getBytes(), "regf".repeat(20).getBytes())) {
            RegistryException e = assertThrows(RegistryException.class, () -> new CregReader().read("none", bytes, new Recording()));
            assertEquals(Code.NOT_A_HIVE, e.code());
        }
    }

    @Test
    void noDamageMakesTheReaderFail() {
        for (int i = 0; i < 20; i++) {
            last.key("key " + i).value("v" + i, i, "x".repeat(i * 30)).key("deep");
        }
        byte[] large = builder.build();
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] file = random.nextInt(8) == 0 ? Arrays.copyOf(large, 32 + random.nextInt(large.length - 32)) : large.clone();
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = random.nextInt(12); i >= 0; i--) {
                int at = random.nextInt(file.length - 3);
                switch (random.nextInt(3)) {
                    case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
                    case 1 -> bytes.putInt(at / 4 * 4, random.nextInt(file.length) / 4 * 4);
                    default -> bytes.putInt(at / 4 * 4, bytes.getInt(random.nextInt(file.length - 3) / 4 * 4));
                }
            }
            try {
                new CregReader().read("damaged", file, new FileBounds(file.length));
            } catch (RegistryException e) {
                assertEquals(Code.NOT_A_HIVE, e.code());
            }
        }
    }

    private byte[] changed(int position, int number) {
        ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).putInt(position, number);
        return sound;
    }

    private Recording assertDamage(byte[] file, int keys, String message, long position) {
        Recording read = read(file, new CregReader());
        RegistryProblem first = read.problems.stream().filter(problem -> problem.message().matches(".*(" + message + ").*")).findFirst()
                .orElseThrow(() -> new AssertionError(read.messages()));
        assertEquals(Kind.DAMAGED, first.kind());
        assertEquals(keys, read.keys().size(), read.messages());
        assertEquals(position, first.position(), read.messages());
        return read;
    }

    private Recording read() {
        return read(builder.build(), new CregReader());
    }

    private Recording read(byte[] file, CregReader reader) {
        Recording recording = new Recording();
        reader.read("source", file, recording);
        return recording;
    }
}
