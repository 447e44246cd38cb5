package org.assay.registry.reg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.assay.registry.RegistryFiles;
import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryKey;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistryProblem.Kind;
import org.assay.registry.RegistryText;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.assay.registry.text.RegEncoding;
import org.assay.registry.text.RegTextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, encodings and line ends; see registry exports of regedit and what third parties write. */
class RegFileReaderTest {

    private static final String TEXT = RegSource.VERSION_5 + "[HKEY_CURRENT_USER\\\u00c4\u00df]\r\n\"\u20ac\"=\"\u00e9\"\r\n";
    private static final RegistryValue VALUE = new RegistryValue(List.of("HKEY_CURRENT_USER", "\u00c4\u00df"), "\u20ac", RegistryType.SZ,
            new byte[] {(byte) 0xe9, 0, 0, 0});

    @TempDir
    private Path folder;

    @Test
    void readsUtf16WithAByteOrderMark() {
        Recording littleEndian = RegSource.read(folder, Utf16.encode("\ufeff" + TEXT));
        assertEquals(VALUE, littleEndian.value());
        assertEquals(List.of(), littleEndian.problems);
        Recording bigEndian = RegSource.read(folder, RegSource.encoded("\ufeff" + TEXT, "UTF-16BE"));
        assertEquals(VALUE, bigEndian.value());
        assertEquals(List.of(), bigEndian.problems);
    }

    @Test
    void guessesUtf16WithoutAByteOrderMark() {
        for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
            Recording recording = RegSource.read(folder, RegSource.encoded(TEXT, charset));
            assertEquals(VALUE, recording.value());
            assertGuess(recording, charset);
        }
    }

    @Test
    void readsUtf8WithAByteOrderMark() {
        Recording recording = RegSource.read(folder, RegSource.encoded("\ufeff" + TEXT, "UTF-8"));
        assertEquals(VALUE, recording.value());
        assertEquals(List.of(), recording.problems);
    }

    @Test
    void guessesUtf8WithoutAByteOrderMark() {
        Recording recording = RegSource.read(folder, RegSource.encoded(TEXT, "UTF-8"));
        assertEquals(VALUE, recording.value());
        assertGuess(recording, "UTF-8");
    }

    @Test
    void guessesWindows1252WhenTheTextIsNotUtf8() {
        Recording recording = RegSource.read(folder, RegSource.encoded(TEXT, "windows-1252"));
        assertEquals(VALUE, recording.value());
        assertGuess(recording, "windows-1252");
    }

    @Test
    void keepsBytesThatWindows1252DoesNotName() {
        byte[] bytes = (RegSource.VERSION_4 + "[HKEY_CURRENT_USER\\a\u0081b]").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("HKEY_CURRENT_USER\\a\u0081b"), RegSource.read(folder, bytes).paths());
    }

    @Test
    void readsInTheCodePageThatTheUserNames() {
        String text = RegSource.VERSION_4 + "[HKEY_CURRENT_USER\\\u542f\u52a8]\r\n\"\u540d\"=hex(2):c6,f4,b6,af,00\r\n";
        Recording recording = RegSource.read(folder, RegSource.encoded(text, "GBK"), new RegFileReader(Charset.forName("GBK")));
        assertEquals(new RegistryValue(List.of("HKEY_CURRENT_USER", "\u542f\u52a8"), "\u540d", RegistryType.EXPAND_SZ,
                Utf16.encode("\u542f\u52a8\0")), recording.value());
        assertEquals(List.of(), recording.problems);
    }

    @Test
    void aPlainAsciiFileNeedsNoGuess() {
        Recording recording = RegSource.version4(folder, "[HKEY_CURRENT_USER\\a]\r\n");
        assertEquals(List.of(), recording.problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GBK"})
    void charactersMayCrossTheBordersOfBuffers(String charset) {
        String text = ("\u540d\u00e9" + "x".repeat(1001)).repeat(300);
        byte[] file = RegSource.encoded(RegSource.VERSION_5 + "[HKEY_USERS\\a]\r\n\"v\"=\"" + text + "\"\r\n", charset);
        RegFileReader reader = charset.equals("GBK") ? new RegFileReader(Charset.forName(charset)) : new RegFileReader();
        Recording recording = RegSource.read(folder, file, reader);
        assertArrayEquals(Utf16.encode(text + "\0"), recording.value().data());
        assertEquals(List.of(), recording.lost());
    }

    @Test
    void keepsLoneSurrogates() {
        Recording recording = RegSource.version5(folder, "[HKEY_CURRENT_USER\\a\ud800b]\r\n\"\udc00\"=dword:1");
        assertEquals("\udc00", recording.value().name());
        assertEquals(List.of("HKEY_CURRENT_USER", "a\ud800b"), recording.value().key());
    }

    @Test
    void reportsBytesThatAreNotUtf8() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(RegSource.encoded("\ufeff" + RegSource.VERSION_5 + "[HKEY_CURRENT_USER\\a", "UTF-8"));
        bytes.write(0xff);
        bytes.write(RegSource.encoded("]\r\n", "UTF-8"));
        Recording recording = RegSource.read(folder, bytes.toByteArray());
        assertEquals(List.of("HKEY_CURRENT_USER\\a\ufffd"), recording.paths());
        assertEquals(List.of(3L), recording.lost());
    }

    @Test
    void reportsAnExportCutInTheMiddleOfACharacter() {
        byte[] whole = RegSource.utf16(RegSource.VERSION_5 + "[HKEY_CURRENT_USER\\a]\r\n");
        byte[] cut = Arrays.copyOf(whole, whole.length + 1);
        Recording recording = RegSource.read(folder, cut);
        assertEquals(1, recording.keys().size());
        assertEquals(List.of(4L), recording.lost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void acceptsEveryLineEnd(String end) {
        Recording recording = RegSource.read(folder, RegSource.utf16("Windows Registry Editor Version 5.00" + end
                + "[HKEY_CURRENT_USER\\a]" + end + "\"x\"=hex:01,\\" + end + "  02" + end + "junk" + end + "\"y\"=dword:00000001"));
        assertEquals(2, recording.values().size());
        assertEquals(List.of(5L), recording.lost());
    }

    @Test
    void acceptsBlanksBeforeTheHeaderAndNoBlankLineAfterIt() {
        Recording recording = RegSource.read(folder, RegSource.utf16(" \tREGEDIT4\r\n[HKEY_CURRENT_USER\\a]"));
        assertEquals(List.of("HKEY_CURRENT_USER\\a"), recording.paths());
    }

    @Test
    void readsAnExportOfWindows31() {
        Recording recording = RegSource.read(folder, ("REGEDIT\r\n; comment\r\n\r\nHKEY_CLASSES_ROOT\\.txt = txtfile\r\n"
                + "HKEY_CLASSES_ROOT\\a\\b\t=  two\r\nHKEY_CLASSES_ROOT\\c\r\n[HKEY_CLASSES_ROOT\\d]\r\nHKEY_USERS\\e = f").getBytes());
        assertEquals(List.of("HKEY_CLASSES_ROOT\\.txt", "HKEY_CLASSES_ROOT\\a\\b", "HKEY_CLASSES_ROOT\\c"), recording.paths());
        assertEquals(List.of("txtfile", " two", ""), recording.values().stream()
                .map(value -> RegistryText.of(value.type(), value.data()).oneLine()).toList());
        assertEquals(List.of(7L), recording.lost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\nREGEDIT4\r\n", "; comment\r\nREGEDIT4\r\n", "REGEDIT4 \r\n", "REGEDIT \r\n", "REGEDIT5\r\n",
        "regedit4\r\n", "REGEDIT 4\r\n", "Windows Registry Editor Version 5.00 \r\n", "windows registry editor version 5.00\r\n",
        "MZ\0\0\u0090", "\0\0\0\0"})
    void refusesAFileThatRegeditDoesNotImport(String start) {
        byte[] file = RegSource.utf16(start + "[HKEY_USERS\\a]");
        RegistryException failure = assertThrows(RegistryException.class, () -> RegSource.read(folder, file));
        assertEquals(Code.NOT_A_REG_FILE, failure.code());
        assertTrue(failure.getMessage().contains("source") && failure.getMessage().contains("line 1"), failure.getMessage());
    }

    @Test
    void refusesAFirstLineWithoutEnd() {
        RegistryException failure = assertThrows(RegistryException.class, () -> RegSource.read(folder, "x".repeat(1 << 20).getBytes()));
        assertEquals(Code.NOT_A_REG_FILE, failure.code());
        assertTrue(failure.getMessage().length() < 1000);
    }

    @Test
    void whatCannotBeReadIsSaidWithItsName() {
        RegistryException failure = assertThrows(RegistryException.class, () -> new RegFileReader().read("a\n.reg", () -> {
            throw new IOException("no\nluck");
        }, new Recording()));
        assertEquals(Code.UNREADABLE, failure.code());
        assertTrue(failure.getMessage().startsWith("a\\u000a.reg cannot be read: no\\u000aluck."), failure.getMessage());
    }

    /** 60 MB of values, none of which may stay in memory; what a reader needs is a few buffers and one value. */
    @Test
    void memoryDoesNotGrowWithTheFile() {
        byte[] start = RegSource.utf16(RegSource.VERSION_5);
        byte[] block = Utf16.encode("[HKEY_USERS\\a]\r\n\"v\"=hex:" + "00,".repeat(100_000) + "00\r\n");
        RegTextFile text = new RegTextFile("large", () -> new SequenceInputStream(new ByteArrayInputStream(start),
                new SequenceInputStream(Collections.enumeration(Collections.nCopies(100, block).stream().map(ByteArrayInputStream::new)
                        .toList()))), Optional.empty(), RegEncoding.DEFAULT_ANSI);
        long[] count = new long[1];
        long before = usedMemory();
        new RegFileReader().read(text, new Recording() {
            @Override
            public void key(RegistryKey key) {
                assertEquals(List.of("HKEY_USERS", "a"), key.path());
            }

            @Override
            public void value(RegistryValue value) {
                assertEquals(100_001, value.data().length);
                if (++count[0] % 25 == 0) {
                    long used = usedMemory() - before;
                    assertTrue(used < 8 << 20, () -> used + " bytes are held after " + count[0] + " values");
                }
            }
        });
        assertEquals(100, count[0]);
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void whatTheSinkThrowsReachesTheCaller() {
        Recording refusing = new Recording() {
            @Override
            public void key(RegistryKey key) {
                throw new IllegalStateException("enough");
            }
        };
        byte[] file = RegSource.utf16(RegSource.VERSION_5 + "[HKEY_USERS\\a]");
        assertThrows(IllegalStateException.class, () -> new RegFileReader().read("source", RegistryFiles.source(file), refusing));
    }

    private static void assertGuess(Recording recording, String charset) {
        assertEquals(List.of(Kind.ENCODING_GUESSED), recording.problems.stream().map(RegistryProblem::kind).toList());
        assertTrue(recording.messages().contains(charset), recording.messages());
        assertEquals(List.of(), recording.lost());
    }
}
