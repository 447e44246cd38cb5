package org.assay.registry.wine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.assay.registry.RegistryFiles;
import org.assay.registry.FileBounds;
import org.assay.registry.KeyTrait;
import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.FileTime;
import org.assay.registry.encoding.Utf16;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registry files of Wine that a test spells out as Wine 8 writes them. */
class WineFileReaderTest {

    private static final String START = "WINE REGISTRY Version 2\n;; All keys relative to REGISTRY\\\\Machine\n\n#arch=win64\n\n";

    @TempDir
    private Path folder;

    @Test
    void aKeyHasItsTimeAndItsClassName() {
        Recording read = read(START + "[Software\\\\A] 1795622225\n#time=1dd7cf59e25d268\n#class=\"c\\\"\\x540d\"\n\"v\"=dword:0000000a\n\n"
                + "[Software\\\\B] 1795622225\n\n[Software\\\\C]\n#link\n\"SymbolicLinkValue\"=hex(6):5c,00,\\\n  52,00\n");
        assertEquals(List.of(new RegistryKey(List.of("HKEY_LOCAL_MACHINE", "Software", "A"),
                FileTime.instant(0x1dd7cf59e25d268L), Optional.of("c\"\u540d"), Optional.empty(), Set.of()),
                new RegistryKey(List.of("HKEY_LOCAL_MACHINE", "Software", "B"), Optional.of(Instant.ofEpochSecond(1795622225)),
                        Optional.empty(), Optional.empty(), Set.of()),
                new RegistryKey(List.of("HKEY_LOCAL_MACHINE", "Software", "C"), Optional.empty(), Optional.empty(), Optional.empty(),
                        Set.of(KeyTrait.SYMBOLIC_LINK))), read.keys());
        assertEquals(Instant.ofEpochSecond(1795622225), read.keys().getFirst().lastWritten().orElseThrow().minusNanos(
                read.keys().getFirst().lastWritten().orElseThrow().getNano()));
        assertArrayEquals(new byte[] {10, 0, 0, 0}, read.values().getFirst().data());
        assertArrayEquals(new byte[] {'\\', 0, 'R', 0}, read.values().getLast().data());
        assertEquals(List.of(), read.problems);
    }

    @Test
    void namesAndTextsAreUnescaped() {
        Recording read = read(START + "[Software\\\\ZZ \\[a\\] \"q\" \\xe9\\x540d;\\1x] 1\n"
                + "@=\"d\\xe9\\x85\\x540d\\xd801\\xdc00f\\\\x\\\"y\"\n\"n[a]\\\\\\x00e91\\t\\1\\a12\"=\"tab\\tq\\1\\0027\\e\"\n"
                + "\"multi\"=str(7):\"a\\0b\\0\"\n\"exp\"=str(2):\"%a\\x00e91\"\n\"nul\"=\"a\\0007\"\n\"lf\"=\"a\\r\\nb\\q\"\n");
        assertEquals("ZZ [a] \"q\" \u00e9\u540d;\u0001x", read.keys().getFirst().path().getLast());
        assertEquals("n[a]\\\u00e91\t\u0001\u000712", read.values().get(1).name());
        assertEquals(List.of("d\u00e9\u0085\u540d\ud801\udc00f\\x\"y\0", "tab\tq\u0001\u00027\u001b\0", "a\0b\0\0", "%a\u00e91\0",
                "a\u00007\0", "a\r\nbq\0"),
                read.values().stream().map(value -> Utf16.decode(value.data(), 0, value.data().length)).toList());
        assertEquals(List.of(1, 1, 7, 2, 1, 1), read.values().stream().map(RegistryValue::type).toList());
        assertEquals(List.of(), read.problems);
    }

    @ParameterizedTest
    @CsvSource({"REGISTRY\\\\Machine,HKEY_LOCAL_MACHINE", "REGISTRY\\\\User\\\\S-1-5-21-0-0-0-1000,HKEY_USERS\\S-1-5-21-0-0-0-1000",
        "\\\\Machine\\\\Software,HKEY_LOCAL_MACHINE\\Software", "REGISTRY\\\\User\\\\.Default,HKEY_USERS\\.Default"})
    void theCommentSaysWhereTheKeysBelong(String relative, String root) {
        assertEquals(List.of(root + "\\K"), read("WINE REGISTRY Version 2\n;; All keys relative to " + relative + "\n\n[K] 1\n").paths());
    }

    @ParameterizedTest
    @CsvSource({"system.reg,HKEY_LOCAL_MACHINE", "User.reg,HKEY_CURRENT_USER", "userdef.reg,HKEY_USERS\\.Default"})
    void withoutTheCommentTheFilesNameDecides(String name, String root) throws IOException {
        Recording read = new Recording();
        byte[] file = "WINE REGISTRY Version 2\n\n[K] 1\n".getBytes(StandardCharsets.UTF_8);
        new WineFileReader().read("a/b\\" + name, RegistryFiles.source(file), read);
        assertEquals(List.of(root + "\\K"), read.paths());
        assertEquals(List.of(Kind.ACCEPTED), read.problems.stream().map(RegistryProblem::kind).toList());
    }

    @Test
    void whatIsNotUnderstoodIsReportedWithItsLine() {
        Recording read = read(START + "\"early\"=\"x\"\n[K] 1\nnonsense\n\"a\"=\"open\n\"b\"=qword:1\n#foo\n\"c\"=\"x\" y\n\"d\"=hex:0g\n"
                + "\"e\"=dword:123456789\n\"ok\"=\"x\"\n[L\n\"f\"=\"x\"\n[M] 1\n\"last\"=hex:01,\\\n");
        assertEquals(List.of("HKEY_LOCAL_MACHINE\\K", "HKEY_LOCAL_MACHINE\\M"), read.paths());
        assertEquals(List.of("ok", "last"), read.values().stream().map(RegistryValue::name).toList());
        assertEquals(List.of(6L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 16L, 17L, 19L), read.lost());
    }

    @Test
    void anotherVersionIsRefused() {
        for (String start : List.of("", "WINE REGISTRY Version 1\n", "WINE REGISTRY Version 22\n", "REGEDIT4\n")) {
            RegistryException e = assertThrows(RegistryException.class, () -> read(start));
            assertEquals(Code.NOT_A_REG_FILE, e.code());
            assertTrue(e.getMessage().contains("line 1"), e.getMessage());
        }
    }

    @Test
    void noTextMakesTheReaderFail() {
        Random random = new Random(6);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder(START);
            for (int i = random.nextInt(200); i >= 0; i--) {
                text.append("\n\n[]\\\\\"\"=@#x0:,( )hexdwordstr(7):1;\u00e9".charAt(random.nextInt(36)));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            new WineFileReader().read("source", RegistryFiles.source(bytes), new FileBounds(bytes.length));
        }
    }

    private Recording read(String text) {
        Recording recording = new Recording();
        new WineFileReader().read("source", RegistryFiles.source(text.getBytes(StandardCharsets.UTF_8)), recording);
        return recording;
    }
}
