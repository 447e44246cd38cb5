package org.assay.registry.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.creg.CregBuilder;
import org.assay.registry.encoding.Utf16;
import org.assay.registry.reg.RegSource;
import org.assay.testkit.HiveBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryFormatTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(RegistryFormat.HIVE, new HiveBuilder(5).build()),
                Arguments.of(RegistryFormat.CREG, new CregBuilder().build()),
                Arguments.of(RegistryFormat.POLICY, new byte[] {'P', 'R', 'e', 'g', 1, 0, 0, 0}),
                Arguments.of(RegistryFormat.REG, RegSource.utf16(RegSource.VERSION_5)),
                Arguments.of(RegistryFormat.REG, Utf16.encode(RegSource.VERSION_5)),
                Arguments.of(RegistryFormat.REG, RegSource.VERSION_5.getBytes(StandardCharsets.UTF_16BE)),
                Arguments.of(RegistryFormat.REG, ("\ufeff" + RegSource.VERSION_5).getBytes(StandardCharsets.UTF_8)),
                Arguments.of(RegistryFormat.REG, RegSource.VERSION_4.getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(RegistryFormat.REG, "REGEDIT\nHKEY_CLASSES_ROOT\\a = b".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(RegistryFormat.WINE, "WINE REGISTRY Version 2\n".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(RegistryFormat.QUERY, "\r\nHKEY_USERS\\a\r\n".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(RegistryFormat.QUERY, RegSource.utf16("\r\nHKEY_USERS\\a\r\n")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theFirstBytesTellWhatAFileIsAndItIsReadAsThat(RegistryFormat format, byte[] bytes) {
        assertEquals(format, RegistryFormat.of("source", bytes));
        Recording read = new Recording();
        format.read("source", bytes, Optional.empty(), read);
        assertTrue(format.isRooted() || read.paths().isEmpty() || read.paths().getFirst().isEmpty(), read.paths()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MZ\0\0", "PK\u0003\u0004", "reg", "hello", "<html>"})
    void anythingElseIsRefusedWithASentence(String start) {
        RegistryException e = assertThrows(RegistryException.class,
                () -> RegistryFormat.of("source", start.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(Code.UNKNOWN_FORMAT, e.code());
        assertTrue(e.getMessage().contains("source") && e.getMessage().contains("Registry.pol"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[HKEY_USERS\\a]\r\n", "; comment\r\nREGEDIT4\r\n", "REGEDIT5\r\n",
        " Windows Registry Editor Version 4.00\r\n"})
    void whatIsAlmostAnExportIsRefusedByItsReader(String start) {
        byte[] file = start.getBytes(StandardCharsets.US_ASCII);
        RegistryFormat format = RegistryFormat.of("source", file);
        RegistryException e = assertThrows(RegistryException.class, () -> format.read("source", file, Optional.empty(), new Recording()));
        assertTrue(e.getMessage().contains("line 1"), e.getMessage());
    }

    @Test
    void theCodePageReachesTheReader() {
        byte[] file = ("REGEDIT4\r\n\r\n[HKEY_USERS\\\u00e9]\r\n").getBytes(StandardCharsets.ISO_8859_1);
        Recording read = new Recording();
        RegistryFormat.REG.read("source", file, Optional.of(Charset.forName("windows-1251")), read);
        assertEquals(List.of("HKEY_USERS\\\u0439"), read.paths());
    }
}
