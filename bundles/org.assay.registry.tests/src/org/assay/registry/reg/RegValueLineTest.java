package org.assay.registry.reg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.assay.registry.Recording;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.assay.registry.text.BoundedBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegValueLineTest {

    private static final List<String> KEY = List.of("HKEY_CURRENT_USER", "K");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "@=dword:1~``",
        "\"\"=dword:1~``",
        "\"@\"=dword:1~@",
        "\"a\"=dword:1~a",
        " \t\"a\" \t= \tdword:1~a",
        "\"a=b;c[d]\"=dword:1~a=b;c[d]",
        "\"C:\\\\x \\\"y\\\"\"=dword:1~C:\\x \"y\"",
        "\"%s=cmd|' /C calc'!A0\"=dword:1~%s=cmd|' /C calc'!A0",
    })
    void readsNames(String line, String name) {
        Recording recording = RegSource.line(folder, line);
        assertEquals(new RegistryValue(KEY, name, RegistryType.DWORD, new byte[] {1, 0, 0, 0}), recording.value());
        assertEquals(List.of(), recording.problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "\"\"~``",
        "\"x\"~x",
        "\"a\\\\b\\\"c\"~a\\b\"c",
        "\"x\"  \t~x",
        "\"x\";comment~x",
        "\"x\" ; \"comment\"~x",
        "\"[HKEY] ; = ,\"~[HKEY] ; = ,",
    })
    void readsText(String data, String text) {
        Recording recording = RegSource.line(folder, "\"v\"=" + data);
        assertEquals(new RegistryValue(KEY, "v", RegistryType.SZ, Utf16.encode(text + "\0")), recording.value());
        assertEquals(List.of(), recording.problems);
    }

    @ParameterizedTest
    @CsvSource({"dword:0,00000000", "dword:12345678,78563412", "dword:FFFFFFFF,ffffffff", "dword:80,80000000", "dword: \t1 \t,01000000",
        "dword:1;x,01000000"})
    void readsNumbers(String data, String bytes) {
        assertBytes(RegSource.line(folder, "\"v\"=" + data), RegistryType.DWORD, bytes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "hex:~3~''", "hex: ~3~''", "hex:;x~3~''", "hex:01~3~01", "hex:1,2,a~3~01020a", "hex:01, \t02~3~0102", "hex:01,02,~3~0102",
        "hex:01, ;x~3~01", "hex:AB,cd~3~abcd", "hex(0):~0~''", "hex(1):61,00~1~6100", "hex(1):~1~''", "hex(2):25,00,00,00~2~25000000",
        "hex(3):ff~3~ff", "hex(4):01,02~4~0102", "hex(5):00,00,00,01~5~00000001", "hex(6):41,00~6~4100", "hex(7):41,00,00,00~7~41000000",
        "hex(8):08~8~08", "hex(9):09~9~09", "hex(a):0a~10~0a", "hex(b):01,02,03,04,05,06,07,08~11~0102030405060708", "hex(B):1~11~01",
        "hex(02):1~2~01", "hex(1f4):~500~''", "hex(2000):1~8192~01", "hex(ffffffff):1~-1~01", "hex(00000007):1~7~01"})
    void readsBytesOfEveryType(String data, int type, String bytes) {
        assertBytes(RegSource.line(folder, "\"v\"=" + data), type, bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "hex:01,\\\r\n  02", "hex:\\\r\n01,02", "hex:01, \\\r\n02", "hex:01,\\ \t\r\n\t02", "hex:01,\\;x\r\n  02", "hex:01,\\\r\n\r\n  02",
        "hex:01,\\\r\n ;x\r\n;[HKEY_USERS\\a]\r\n  02", "hex:01,\\\r\n02,", "hex:01,\\\n02", "hex:01,\\\r02"})
    void continuesBytesOnTheNextLine(String data) {
        assertBytes(RegSource.line(folder, "\"v\"=" + data + "\r\n"), RegistryType.BINARY, "0102");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "dword:", "dword:;", "dword:0x10", "dword:123456789", "dword:000000001", "dword:1 2", "dword:g", "qword:1", "hex:01 02", "hex:,01",
        "hex:01,,02", "hex:100", "hex:0x1", "hex:g", "hex:01\\", "hex:01 \\", "hex:-1", "hex :01", "hex(:1", "hex():1", "hex(x2):1",
        "hex(0x2):1", "hex(000000002):1", "hex(2) :1", "hex(2:1", "str:\"x\"", "str(2):\"x\"", "", "x", "\"a\"b\"", "\"x\"#c", "\"x\" y",
        "\"\\0\"", "-\"x\"", "- x", "-1"})
    void whatRegeditDropsIsReportedWithItsLine(String data) {
        Recording recording = RegSource.line(folder, "\"v\"=" + data + "\r\n\"next\"=dword:1\r\n");
        assertEquals("next", recording.value().name());
        assertEquals(List.of(4L), recording.lost());
        assertEquals(KEY, recording.problems.getFirst().path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v\"", "\"v\" dword:1", "\"v\"x=dword:1", "@dword:1", "@", "\"a\"b\"=dword:1"})
    void aNameWithoutEqualsSignIsReported(String line) {
        Recording recording = RegSource.line(folder, line + "\r\n\"next\"=dword:1\r\n");
        assertEquals("next", recording.value().name());
        assertEquals(List.of(4L), recording.lost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"# x", "\"w\"=dword:1", "@=dword:1", "x", ",02"})
    void aLineBetweenThePartsOfAValueTakesBothWithIt(String between) {
        Recording recording = RegSource.line(folder, "\"v\"=hex:01,\\\r\n" + between + "\r\n\"next\"=dword:1\r\n");
        assertEquals("next", recording.value().name());
        assertEquals(List.of(4L), recording.lost());
        assertTrue(recording.messages().contains("Lines 4 to 5."), recording.messages());
    }

    @Test
    void aKeyLineBetweenThePartsOfAValueLeavesTheOwnerUnknown() {
        Recording recording = RegSource.line(folder,
                "\"v\"=hex:01,\\\r\n[HKEY_USERS\\a]\r\n\"x\"=dword:1\r\n[HKEY_USERS\\b]\r\n\"y\"=dword:1\r\n");
        assertEquals(List.of("HKEY_CURRENT_USER\\K", "HKEY_USERS\\b"), recording.paths());
        assertEquals(List.of("HKEY_USERS", "b"), recording.value().key());
        assertEquals(List.of(4L, 6L), recording.lost());
    }

    @Test
    void bytesThatEndWithTheFileAreTakenAndReported() {
        Recording recording = RegSource.line(folder, "\"v\"=hex:01,02,\\\r\n");
        assertBytes(recording, RegistryType.BINARY, "0102");
        assertEquals(List.of(4L), recording.lost());
    }

    @Test
    void aCommaWithoutBackslashEndsTheValueAndTheRestIsReported() {
        Recording recording = RegSource.line(folder, "\"v\"=hex:01,02,\r\n  03,04\r\n");
        assertBytes(recording, RegistryType.BINARY, "0102");
        assertEquals(List.of(5L), recording.lost());
    }

    @Test
    void upperCaseTypesAreAcceptedWithOneNotice() {
        Recording recording = RegSource.line(folder, "\"a\"=DWORD:1\r\n\"b\"=Hex:01\r\n\"c\"=HEX(2):01\r\n");
        assertEquals(List.of(4, 3, 2), recording.values().stream().map(RegistryValue::type).toList());
        assertEquals(List.of(Kind.ACCEPTED), recording.problems.stream().map(RegistryProblem::kind).toList());
    }

    @Test
    void escapesThatOnlyWineWritesAreReadWithANotice() {
        Recording recording = RegSource.line(folder, "\"v\"=\"a\\r\\nb\\tc\"");
        assertArrayEquals(Utf16.encode("a\r\nbtc\0"), recording.value().data());
        assertEquals(List.of(Kind.ACCEPTED), recording.problems.stream().map(RegistryProblem::kind).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v\"=-", "\"v\"=- \t", "\"v\"=-;x", "\"v\"= - ;x"})
    void readsDeletions(String line) {
        Recording recording = RegSource.line(folder, line);
        assertEquals(new Recording.DeletedValue(KEY, "v"), recording.found.getLast());
        assertEquals(List.of(), recording.problems);
    }

    @Test
    void readsTheDeletionOfTheDefaultValue() {
        assertEquals(new Recording.DeletedValue(KEY, ""), RegSource.line(folder, "@=-").found.getLast());
    }

    @Test
    void theLastOfTwoEqualNamesComesLast() {
        List<RegistryValue> values = RegSource.line(folder, "\"v\"=dword:1\r\n\"V\"=dword:2\r\n").values();
        assertEquals(List.of("v", "V"), values.stream().map(RegistryValue::name).toList());
    }

    @Test
    void textGoesOnOverLineBreaks() {
        Recording recording = RegSource.line(folder,
                "\"v\"=\"one\r\n\r\n[section]\r\n; no comment\r\nx=\\\"1\\\"\r\n\" ;c\r\n\"w\"=dword:1\r\njunk");
        assertEquals(List.of(11L), recording.lost());
        assertArrayEquals(Utf16.encode("one\n\n[section]\n; no comment\nx=\"1\"\n\0"), recording.values().getFirst().data());
        assertEquals("w", recording.values().getLast().name());
        assertEquals(List.of(Kind.ACCEPTED, Kind.SKIPPED), recording.problems.stream().map(RegistryProblem::kind).toList());
    }

    @Test
    void aStoredCarriageReturnSurvives() {
        assertArrayEquals(Utf16.encode("a\r\nb\rc\0"), RegSource.line(folder, "\"v\"=\"a\r\r\nb\rc\"").value().data());
    }

    @Test
    void namesGoOnOverLineBreaks() {
        Recording recording = RegSource.line(folder, "\"a\r\nb\"=dword:1\r\n");
        assertEquals("a\nb", recording.value().name());
        assertEquals(List.of(), recording.lost());
    }

    @Test
    void anUnclosedTextIsGivenUpAtTheNextValue() {
        Recording recording = RegSource.line(folder, "\"v\"=\"open\r\n\"w\"=dword:1\r\n@=\"x\"\r\n");
        assertEquals(List.of("w", ""), recording.values().stream().map(RegistryValue::name).toList());
        assertEquals(List.of(4L), recording.lost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[HKEY_USERS\\a]", " \t[HKEY_USERS\\a]", "[hklm\\a]", "[-HKEY_USERS\\a]"})
    void anUnclosedTextIsGivenUpAtTheNextKey(String key) {
        Recording recording = RegSource.line(folder, "\"v\"=\"open\r\nmore\r\n" + key + "\r\n");
        assertEquals(List.of(), recording.values());
        assertEquals(2, recording.found.size());
        assertEquals(List.of(4L), recording.lost());
        assertTrue(recording.messages().contains("Lines 4 to 5."), recording.messages());
    }

    @Test
    void anUnclosedTextAtTheEndIsReported() {
        assertEquals(4L, RegSource.line(folder, "\"v\"=\"open\r\nmore").lost().getFirst());
        assertEquals(4L, RegSource.line(folder, "\"open").lost().getFirst());
        assertEquals(4L, RegSource.line(folder, "\"v\"=\"open\\").lost().getFirst());
    }

    @Test
    void aKeyAfterManyBlanksDoesNotConfuseAnOpenText() {
        String blanks = " ".repeat(300_000);
        Recording recording = RegSource.line(folder, "\"v\"=\"open\r\n" + blanks + "end\"\r\n");
        assertArrayEquals(Utf16.encode("open\n" + blanks + "end\0"), recording.value().data());
    }

    @Test
    void inRegedit4TextInHexadecimalIsAnsi() {
        Recording recording = RegSource.version4(folder, "[HKEY_CURRENT_USER\\K]\r\n"
                + "\"a\"=hex(1):41,00\r\n\"b\"=hex(2):25,80,00\r\n\"c\"=hex(7):41,00,42,00,00\r\n"
                + "\"d\"=hex(6):41,00\r\n\"e\"=hex:41,00\r\n");
        List<byte[]> data = recording.values().stream().map(RegistryValue::data).toList();
        assertArrayEquals(Utf16.encode("A\0"), data.get(0));
        assertArrayEquals(Utf16.encode("%\u20ac\0"), data.get(1));
        assertArrayEquals(Utf16.encode("A\0B\0\0"), data.get(2));
        assertArrayEquals(new byte[] {'A', 0}, data.get(3));
        assertArrayEquals(new byte[] {'A', 0}, data.get(4));
        assertEquals(List.of(Kind.ENCODING_GUESSED), recording.problems.stream().map(RegistryProblem::kind).toList());
    }

    @Test
    void inRegedit4TextThatLooksLikeUtf16IsReadAsAnsiWithANotice() {
        Recording recording = RegSource.version4(folder, "[HKEY_CURRENT_USER\\K]\r\n\"a\"=hex(2):25,00,54,00,00,00\r\n");
        assertArrayEquals(Utf16.encode("%\0T\0\0\0"), recording.value().data());
        assertEquals(List.of(Kind.ENCODING_GUESSED), recording.problems.stream().map(RegistryProblem::kind).toList());
    }

    @Test
    void theHeaderDecidesAndNotTheEncodingHowTextInHexadecimalIsRead() {
        Recording eightBit = RegSource.read(folder,
                RegSource.encoded(RegSource.VERSION_5 + "[HKEY_CURRENT_USER\\K]\r\n\"a\"=hex(2):25,00,00,00", "US-ASCII"));
        assertArrayEquals(Utf16.encode("%\0"), eightBit.value().data());
        Recording utf16 = RegSource.read(folder, RegSource.utf16(RegSource.VERSION_4 + "[HKEY_CURRENT_USER\\K]\r\n\"a\"=hex(2):25,00"));
        assertArrayEquals(Utf16.encode("%\0"), utf16.value().data());
    }

    @Test
    void aMissingTerminatorIsNotInvented() {
        assertBytes(RegSource.line(folder, "\"v\"=hex(1):41,00"), RegistryType.SZ, "4100");
    }

    @Test
    void readsValuesOfThousandsOfLines() {
        String lines = "01,02,03,04,05,06,07,08,09,0a,0b,0c,0d,0e,0f,10,\\\r\n  ".repeat(20_000);
        Recording recording = RegSource.line(folder, "\"v\"=hex:" + lines + "ff\r\n");
        assertEquals(320_001, recording.value().data().length);
        assertEquals(List.of(), recording.problems);
    }

    @Test
    void refusesValuesAndNamesBeyondAnySense() {
        Recording data = RegSource.line(folder, "\"v\"=\"" + "x".repeat(BoundedBytes.MAX_VALUE / 2) + "\"\r\n\"w\"=dword:1");
        assertEquals("w", data.value().name());
        assertEquals(List.of(4L), data.lost());
        Recording name = RegSource.line(folder, "\"" + "x".repeat(70_000) + "\"=dword:1\r\n\"w\"=dword:1");
        assertEquals("w", name.value().name());
        assertEquals(List.of(4L), name.lost());
    }

    @Test
    void everyLineIsCountedWhateverStandsOnIt() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 1000).forEach(i -> text.append(i % 2 == 0 ? "\"v\"=dword:1\r\n" : "\"v\"=\"a\r\nb\"\r\n"));
        Recording recording = RegSource.line(folder, text + "junk");
        assertEquals(List.of(4L + 1500), recording.lost());
    }

    private static void assertBytes(Recording recording, int type, String bytes) {
        assertEquals(bytes, HexFormat.of().formatHex(recording.value().data()));
        assertEquals(type, recording.value().type());
        assertTrue(recording.problems.stream().allMatch(problem -> problem.kind() == Kind.SKIPPED), recording.messages());
    }
}
