package org.assay.registry.reg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryText;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.assay.registry.text.RootKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegFileWriterTest {

    private static final List<String> KEY = List.of("HKEY_CURRENT_USER", "K");
    private static final String HEADER = "\ufeffWindows Registry Editor Version 5.00\r\n";

    @TempDir
    private Path folder;

    @Test
    void writesWhatRegeditImports() {
        assertEquals(HEADER + """

                ; repair of host A
                \r
                [-HKEY_LOCAL_MACHINE\\SOFTWARE\\bad]\r
                \r
                [HKEY_CURRENT_USER\\K]\r
                "gone"=-\r
                @="C:\\\\x \\"y\\""\r
                "n\\\\a\\"me"=dword:12345678\r
                \r
                [HKEY_CURRENT_USER\\K\\empty]\r
                """.replace("\n; repair of host A\n", "; repair of host A\r\n"), written(writer -> {
            writer.comment("repair of host A");
            writer.deleteKey(List.of("HKEY_LOCAL_MACHINE", "SOFTWARE", "bad"));
            writer.deleteValue(KEY, "gone");
            writer.value(new RegistryValue(KEY, "", RegistryType.SZ, Utf16.encode("C:\\x \"y\"\0")));
            writer.value(new RegistryValue(KEY, "n\\a\"me", RegistryType.DWORD, new byte[] {0x78, 0x56, 0x34, 0x12}));
            writer.key(List.of("HKEY_CURRENT_USER", "K", "empty"));
        }));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "1~''~hex(1):", "1~0000~\"\"", "1~61000000~\"a\"", "1~6100~hex(1):61,00", "1~610000~hex(1):61,00,00",
        "1~610000000000~hex(1):61,00,00,00,00,00",
        "1~6100000062000000~hex(1):61,00,00,00,62,00,00,00", "1~0a000000~hex(1):0a,00,00,00", "1~0d000000~hex(1):0d,00,00,00",
        "1~09000000~hex(1):09,00,00,00", "1~2e200000~hex(1):2e,20,00,00", "1~00d80000~hex(1):00,d8,00,00", "1~28200000~hex(1):28,20,00,00",
        "4~01000000~dword:00000001", "4~ffffffff~dword:ffffffff", "4~010000~hex(4):01,00,00", "4~''~hex(4):",
        "4~0102030405~hex(4):01,02,03,04,05",
        "3~''~hex:", "3~00ff~hex:00,ff", "0~''~hex(0):", "2~25000000~hex(2):25,00,00,00", "7~0000~hex(7):00,00", "11~0100~hex(b):01,00",
        "-1~01~hex(ffffffff):01", "8192~01~hex(2000):01"})
    void writesEveryTypeAndAnyData(int type, String data, String text) {
        assertEquals(HEADER + "\r\n[HKEY_CURRENT_USER\\K]\r\n\"v\"=" + text + "\r\n",
                written(writer -> writer.value(new RegistryValue(KEY, "v", type, HexFormat.of().parseHex(data)))));
    }

    @Test
    void wrapsLongDataAsRegeditDoes() {
        String text = written(writer -> {
            writer.value(new RegistryValue(KEY, "12345678", RegistryType.BINARY, new byte[50]));
            writer.value(new RegistryValue(KEY, "x".repeat(100), RegistryType.EXPAND_SZ, new byte[2]));
            writer.value(new RegistryValue(KEY, "", RegistryType.BINARY, new byte[25]));
            writer.value(new RegistryValue(KEY, "", RegistryType.BINARY, new byte[26]));
        });
        assertEquals(HEADER + "\r\n[HKEY_CURRENT_USER\\K]\r\n"
                + "\"12345678\"=hex:" + "00,".repeat(21) + "\\\r\n"
                + "  " + "00,".repeat(25) + "\\\r\n"
                + "  00,00,00,00\r\n"
                + "\"" + "x".repeat(100) + "\"=hex(2):00,\\\r\n  00\r\n"
                + "@=hex:" + "00,".repeat(24) + "\\\r\n  00\r\n"
                + "@=hex:" + "00,".repeat(24) + "\\\r\n  00,00\r\n", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\n[-HKEY_LOCAL_MACHINE\\SOFTWARE]", "x\n\"a\"=dword:1", "x\r[HKEY_USERS\\a]", "a\u2028[HKEY_USERS\\a]",
        "a\u2029b", "a\u0085b", "\u000b\u000c\u001a\0", "\u202e]a\\SREKEY_USERS[", "\ufeff", "x\\", "", "\ud800"})
    void aCommentStaysOneLineThatSaysNothing(String comment) {
        byte[] bytes = bytes(writer -> {
            writer.key(KEY);
            writer.comment(comment);
            writer.value(new RegistryValue(KEY, "v", RegistryType.DWORD, new byte[4]));
        });
        Recording recording = RegSource.read(folder, bytes);
        assertEquals(2, recording.found.size());
        assertEquals(List.of(), recording.problems);
        String text = new String(bytes, StandardCharsets.UTF_16LE);
        assertEquals(5, text.split("\\R", -1).length - 1);
        assertTrue(text.chars().skip(1).allMatch(c -> c == '\r' || c == '\n' || !RegistryText.isInvisible(c)), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\0l", "cr\rx", "lf\nx", "a]\r\n[HKEY_USERS", "back\\slash", ""})
    void refusesKeysThatAFileCannotSay(String name) {
        List<String> path = List.of("HKEY_LOCAL_MACHINE", "a", name, "b");
        assertTrue(RegFileWriter.refusalOfKey(path).isPresent());
        assertTrue(RegFileWriter.refusalOfKeyDeletion(path).isPresent());
        assertTrue(RegFileWriter.refusalOfValue(path, "v").isPresent());
        assertRefused(writer -> writer.key(path));
        assertRefused(writer -> writer.deleteKey(path));
        assertRefused(writer -> writer.deleteValue(path, "v"));
        assertRefused(writer -> writer.value(new RegistryValue(path, "v", 0, new byte[0])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\0l", "cr\rx", "lf\nx"})
    void refusesValueNamesThatAFileCannotSay(String name) {
        assertTrue(RegFileWriter.refusalOfValue(KEY, name).isPresent());
        assertRefused(writer -> writer.value(new RegistryValue(KEY, name, 0, new byte[0])));
        assertRefused(writer -> writer.deleteValue(KEY, name));
    }

    @Test
    void refusesNamesThatWindowsCannotHave() {
        assertTrue(RegFileWriter.refusalOfKey(List.of("HKEY_USERS", "x".repeat(255))).isEmpty());
        assertTrue(RegFileWriter.refusalOfKey(List.of("HKEY_USERS", "x".repeat(256))).isPresent());
        assertTrue(RegFileWriter.refusalOfValue(KEY, "x".repeat(16_383)).isEmpty());
        assertTrue(RegFileWriter.refusalOfValue(KEY, "x".repeat(16_384)).isPresent());
        assertTrue(RegFileWriter.refusalOfKey(Collections.nCopies(513, "HKEY_USERS")).isPresent());
    }

    @Test
    void refusesAnythingButALongRoot() {
        for (String root : List.of("HKLM", "hkey_local_machine", "HKEY_LOCAL_MACHINE2", "", "-HKEY_LOCAL_MACHINE", "SOFTWARE")) {
            assertTrue(RegFileWriter.refusalOfKey(List.of(root, "a")).isPresent(), root);
        }
        assertTrue(RegFileWriter.refusalOfKey(List.of()).isPresent());
    }

    @Test
    void neverDeletesARoot() {
        for (String root : RootKeys.LONG_NAMES) {
            assertTrue(RegFileWriter.refusalOfKeyDeletion(List.of(root)).isPresent());
            assertRefused(writer -> writer.deleteKey(List.of(root)));
        }
        assertTrue(RegFileWriter.refusalOfKeyDeletion(List.of()).isPresent());
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        assertEquals(HEADER, written(writer -> assertThrows(RegistryException.class, () -> writer.deleteValue(KEY, "a\nb"))));
    }

    @Test
    void saysThatTheDiskIsFull() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        RegistryException failure = assertThrows(RegistryException.class, () -> {
            try (RegFileWriter writer = new RegFileWriter(full)) {
                writer.key(KEY);
            }
        });
        assertEquals(Code.UNWRITABLE, failure.code());
        assertTrue(failure.getMessage().contains("No space left"));
    }

    private static void assertRefused(Consumer<RegFileWriter> calls) {
        assertEquals(Code.INEXPRESSIBLE, assertThrows(RegistryException.class, () -> bytes(calls)).code());
    }

    private static String written(Consumer<RegFileWriter> calls) {
        return new String(bytes(calls), StandardCharsets.UTF_16LE);
    }

    private static byte[] bytes(Consumer<RegFileWriter> calls) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RegFileWriter writer = new RegFileWriter(out)) {
            calls.accept(writer);
        }
        return out.toByteArray();
    }
}
