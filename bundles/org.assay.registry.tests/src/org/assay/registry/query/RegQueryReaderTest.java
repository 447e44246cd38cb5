package org.assay.registry.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.assay.registry.RegistryFiles;
import org.assay.registry.FileBounds;
import org.assay.registry.Recording;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as {@code reg query} prints them. */
class RegQueryReaderTest {

    @TempDir
    private Path folder;

    @Test
    void everyTypeIsRead() {
        Recording read = read("\r\nHKEY_LOCAL_MACHINE\\Software\\A b\r\n    (Default)    REG_SZ    text\r\n"
                + "    a name    REG_EXPAND_SZ    %A%\\x\r\n    m    REG_MULTI_SZ    one\\0two\r\n    n    REG_DWORD    0x1a\r\n"
                + "    q    REG_QWORD    0x100000000\r\n    b    REG_BINARY    00FF\r\n    z    REG_NONE    \r\n"
                + "    be    REG_DWORD_BIG_ENDIAN    0x1\r\n    e    REG_SZ    \r\n    stripped    REG_SZ\r\n\r\n"
                + "HKEY_LOCAL_MACHINE\\Software\\A b\\empty\r\n");
        List<String> key = List.of("HKEY_LOCAL_MACHINE", "Software", "A b");
        assertEquals(List.of("HKEY_LOCAL_MACHINE\\Software\\A b", "HKEY_LOCAL_MACHINE\\Software\\A b\\empty"), read.paths());
        assertEquals(List.of(new RegistryValue(key, "", 1, Utf16.encode("text\0")),
                new RegistryValue(key, "a name", 2, Utf16.encode("%A%\\x\0")), new RegistryValue(key, "m", 7, Utf16.encode("one\0two\0\0")),
                new RegistryValue(key, "n", 4, new byte[] {0x1a, 0, 0, 0}),
                new RegistryValue(key, "q", 11, new byte[] {0, 0, 0, 0, 1, 0, 0, 0}),
                new RegistryValue(key, "b", 3, new byte[] {0, -1}), new RegistryValue(key, "z", 0, new byte[0]),
                new RegistryValue(key, "be", 5, new byte[] {0, 0, 0, 1}), new RegistryValue(key, "e", 1, Utf16.encode("\0")),
                new RegistryValue(key, "stripped", 1, Utf16.encode("\0"))), read.values());
        assertEquals(List.of("1 AMBIGUOUS", "5 AMBIGUOUS"), kinds(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(Default)", "(Standard)", "(par d\u00e9faut)", "(\u9ed8\u8ba4)", "<NO NAME>",
        "(\u041f\u043e \u0443\u043c\u043e\u043b\u0447\u0430\u043d\u0438\u044e)"})
    void theDefaultValueIsKnownInManyLanguages(String name) {
        assertEquals("", read("HKEY_USERS\\a\r\n    " + name + "    REG_SZ    x\r\n").value().name());
    }

    @Test
    void ambiguousLinesAreReported() {
        Recording read = read("HKEY_USERS\\a\r\n    a    REG_SZ    b    REG_SZ    c\r\n    t    REG_SZ    first\r\nsecond line\r\n"
                + "        REG_SZ    no name\r\n    last    REG_SZ    x\r\n");
        assertEquals("b    REG_SZ    c\0", text(read.values().get(0)));
        assertEquals("first\nsecond line\0", text(read.values().get(1)));
        assertEquals("", read.values().get(2).name());
        assertEquals(List.of("1 AMBIGUOUS", "2 AMBIGUOUS", "3 AMBIGUOUS", "5 AMBIGUOUS"), kinds(read));
    }

    @Test
    void theNumberOfMatchesAtTheEndIsNoLoss() {
        Recording read = read("\r\nHKEY_USERS\\a\r\n    n    REG_DWORD    0x1\r\n\r\nEnd of search: 1 match(es) found.\r\n");
        assertEquals(List.of("1 AMBIGUOUS", "5 ACCEPTED"), kinds(read));
    }

    @Test
    void whatIsNotUnderstoodIsReportedWithItsLine() {
        Recording read = read("    early    REG_SZ    x\r\nHKEY_USERS\\a\r\n    n    REG_DWORD    12\r\n    b    REG_BINARY    0\r\n"
                + "    u    REG_WHAT    x\r\n    q    REG_QWORD    (null)\r\njunk\r\n    ok    REG_DWORD    0x1\r\nHKEY_NOWHERE\\b\r\n\r\n"
                + "HKEY_USERS\\c\r\n");
        assertEquals("ok", read.value().name());
        assertEquals(List.of(1L, 1L, 3L, 4L, 5L, 6L, 7L, 9L), read.lost());
    }

    @Test
    void theOutputOfWindowsXpIsReadToo() {
        Recording read = read("\r\n! REG.EXE VERSION 3.0\r\n\r\nHKEY_USERS\\a\r\n    <NO NAME>\tREG_SZ\tx\r\n    b c\tREG_DWORD\t0x2\r\n");
        assertEquals(List.of("", "b c"), read.values().stream().map(RegistryValue::name).toList());
        assertEquals(List.of("1 AMBIGUOUS"), kinds(read));
    }

    @Test
    void theCodePageOfTheConsoleIsGuessedOrChosen() {
        byte[] bytes = "HKEY_USERS\\\u00e9\r\n".getBytes(Charset.forName("IBM850"));
        Recording guessed = read(bytes, new RegQueryReader());
        assertEquals(List.of("HKEY_USERS\\\u00e9"), guessed.paths());
        assertTrue(kinds(guessed).contains("1 ENCODING_GUESSED"), guessed.messages());
        Recording russian = read(bytes, new RegQueryReader(Charset.forName("IBM866")));
        assertEquals(List.of("HKEY_USERS\\\u0412"), russian.paths());
        assertEquals(List.of("1 AMBIGUOUS"), kinds(russian));
    }

    @Test
    void noTextMakesTheReaderFail() {
        Random random = new Random(2);
        String[] parts = {"\r\n", "\n", "    ", "\t", "REG_SZ", "REG_MULTI_SZ", "REG_DWORD", "REG_", "HKEY_USERS\\", "0x1", "\\0", "x",
            "REG_BINARY    0g"};
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder("HKEY_USERS\\a\r\n");
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            new RegQueryReader().read("source", RegistryFiles.source(bytes), new FileBounds(bytes.length));
        }
    }

    private static List<String> kinds(Recording read) {
        return read.problems.stream().map(problem -> problem.position() + " " + problem.kind()).toList();
    }

    private static String text(RegistryValue value) {
        assertArrayEquals(new byte[] {0, 0}, new byte[] {value.data()[value.data().length - 2], value.data()[value.data().length - 1]});
        return Utf16.decode(value.data(), 0, value.data().length);
    }

    private Recording read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), new RegQueryReader());
    }

    private Recording read(byte[] bytes, RegQueryReader reader) {
        Recording recording = new Recording();
        reader.read("source", RegistryFiles.source(bytes), recording);
        return recording;
    }
}
