package org.assay.registry.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
import org.assay.registry.text.BoundedBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policy files that a test builds. */
class PolicyFileReaderTest {

    private static final List<String> KEY = List.of("Software", "Policies", "X");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    PolicyFileReaderTest() {
        file.writeBytes(new byte[] {'P', 'R', 'e', 'g', 1, 0, 0, 0});
    }

    @Test
    void everyRecordIsAValueAndAKeyComesOnce() {
        record("a;[]b", RegistryType.SZ, Utf16.encode("x]\0"));
        record("n", RegistryType.DWORD, new byte[] {1, 0, 0, 0});
        record("", RegistryType.NONE, new byte[0]);
        record("odd", RegistryType.BINARY, new byte[] {']', 0, '['});
        Recording read = read();
        assertEquals(List.of("Software\\Policies\\X"), read.paths());
        assertEquals(List.of(new RegistryValue(KEY, "a;[]b", RegistryType.SZ, Utf16.encode("x]\0")),
                new RegistryValue(KEY, "n", RegistryType.DWORD, new byte[] {1, 0, 0, 0}),
                new RegistryValue(KEY, "odd", RegistryType.BINARY, new byte[] {']', 0, '['})), read.values());
        assertEquals(List.of(), read.problems);
    }

    @Test
    void instructionsAreReportedAsWhatTheyRequest() {
        record("**del.Gone", RegistryType.SZ, Utf16.encode(" \0"));
        record("**DeleteValues", RegistryType.SZ, Utf16.encode("a; b;\0"));
        record("**DeleteKeys", RegistryType.SZ, Utf16.encode("c;d\\e\0"));
        record("**delvals.", RegistryType.SZ, Utf16.encode(" \0"));
        record("**SecureKey", RegistryType.DWORD, new byte[] {1, 0, 0, 0});
        record("**New", RegistryType.DWORD, new byte[4]);
        Recording read = read();
        assertEquals(List.of(new Recording.DeletedValue(KEY, "Gone"), new Recording.DeletedValue(KEY, "a"),
                new Recording.DeletedValue(KEY, "b"), new Recording.DeletedKey(List.of("Software", "Policies", "X", "c")),
                new Recording.DeletedKey(List.of("Software", "Policies", "X", "d", "e"))), read.found.subList(1, read.found.size()));
        assertEquals(List.of(Kind.INSTRUCTION, Kind.INSTRUCTION, Kind.INSTRUCTION),
                read.problems.stream().map(RegistryProblem::kind).toList());
        assertTrue(read.messages().contains("deletes all values") && read.messages().contains("changes the permissions")
                && read.messages().contains("**New"), read.messages());
    }

    @Test
    void aDamagedRecordLosesNoOther() {
        record("first", RegistryType.DWORD, new byte[4]);
        int damaged = file.size();
        file.writeBytes("[\0x\0\0\0!\0nonsense]\0".getBytes(StandardCharsets.ISO_8859_1));
        int length = file.size() - damaged;
        record("last", RegistryType.DWORD, new byte[4]);
        Recording read = read();
        assertEquals(List.of("first", "last"), read.values().stream().map(RegistryValue::name).toList());
        assertEquals(List.of((long) damaged), read.lost());
        assertTrue(read.messages().contains(" " + length + " bytes"), read.messages());
    }

    @Test
    void aFileCutOffAnywhereSaysSo() {
        record("first", RegistryType.SZ, Utf16.encode("text\0"));
        int first = file.size();
        record("last", RegistryType.SZ, Utf16.encode("text\0"));
        byte[] whole = file.toByteArray();
        for (int length = 8; length < whole.length; length++) {
            Recording read = read(Arrays.copyOf(whole, length));
            assertEquals(length == 8 || length == first, read.lost().isEmpty(), "cut off after " + length + " bytes");
            assertEquals(length < first ? 0 : 1, read.values().size());
        }
    }

    @Test
    void aClaimedSizeTakesNoMemory() {
        record("big", RegistryType.BINARY, new byte[10]);
        byte[] whole = file.toByteArray();
        int size = whole.length - 2 - 10 - 2 - 4;
        whole[size + 3] = 0x7f;
        assertEquals(List.of(8L), read(whole).lost());
        whole[size + 3] = (byte) 0xff;
        assertEquals(List.of(8L), read(whole).lost());
    }

    @Test
    void noDamageMakesTheReaderFail() {
        for (int i = 0; i < 20; i++) {
            record(i % 3 == 0 ? "**del.v" + i : "v" + i, i, new byte[i]);
        }
        byte[] whole = file.toByteArray();
        Random random = new Random(4);
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(9); i >= 0; i--) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) "\0[];*\u00ff".charAt(random.nextInt(6));
            }
            PolicyFileReader.read("source", damaged, new FileBounds(damaged.length));
        }
    }

    @Test
    void whatIsNoPolicyFileIsRefused() {
        for (byte[] bytes : List.of(new byte[0], "PReg".getBytes(StandardCharsets.US_ASCII), new byte[100])) {
            assertEquals(Code.NOT_A_HIVE, assertThrows(RegistryException.class, () -> read(bytes)).code());
        }
    }

    private void record(String name, int type, byte[] data) {
        file.writeBytes(Utf16.encode("[" + String.join("\\", KEY) + "\0;" + name + "\0;"));
        file.writeBytes(BoundedBytes.littleEndian(type, 4));
        file.writeBytes(Utf16.encode(";"));
        file.writeBytes(BoundedBytes.littleEndian(data.length, 4));
        file.writeBytes(Utf16.encode(";"));
        file.writeBytes(data);
        file.writeBytes(Utf16.encode("]"));
    }

    private Recording read() {
        return read(file.toByteArray());
    }

    private Recording read(byte[] bytes) {
        Recording recording = new Recording();
        PolicyFileReader.read("source", bytes, recording);
        return recording;
    }
}
