package org.assay.registry.reg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.assay.registry.RegistryFiles;
import org.assay.registry.Recording;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryType;
import org.assay.registry.RegistryValue;
import org.assay.registry.encoding.Utf16;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Windows 95, 98, ME and NT 4 import. */
class RegFormatTest {

    private static final List<String> KEY = List.of("HKEY_LOCAL_MACHINE", "K");

    @Test
    void aRegedit4FileHasOneByteACharacterAlsoInHexadecimalStrings() {
        assertEquals("""
                REGEDIT4\r
                \r
                [HKEY_LOCAL_MACHINE\\K]\r
                @="\\"%1\\" %*"\r
                "path"=hex(2):25,41,25,00\r
                "two"=hex(7):61,00,62,00,00\r
                "raw"=hex:61,00\r
                "gone"=-\r
                """, new String(regedit4(writer -> {
            writer.value(text("", RegistryType.SZ, "\"%1\" %*\0"));
            writer.value(text("path", RegistryType.EXPAND_SZ, "%A%\0"));
            writer.value(text("two", RegistryType.MULTI_SZ, "a\0b\0\0"));
            writer.value(new RegistryValue(KEY, "raw", RegistryType.BINARY, new byte[] {'a', 0}));
            writer.deleteValue(KEY, "gone");
        }), StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsWrittenIsReadAsTheSameData(@TempDir Path folder) throws IOException {
        List<RegistryValue> values = List.of(text("s", RegistryType.SZ, "C:\\x \"y\"\0"), text("e", RegistryType.EXPAND_SZ, "%A%\0"),
                text("m", RegistryType.MULTI_SZ, "a\0b\0\0"), text("line", RegistryType.SZ, "a\r\nb\0"),
                new RegistryValue(KEY, "b", RegistryType.BINARY, new byte[] {0, (byte) 0xff}),
                new RegistryValue(KEY, "odd", 0xffff0007, new byte[] {1}));
        Path file = Files.write(folder.resolve("x.reg"), regedit4(writer -> values.forEach(writer::value)));
        Recording recording = new Recording();
        new RegFileReader().read("file", RegistryFiles.source(file), recording);
        assertEquals(values, recording.values());
    }

    @Test
    void whatNeedsACodePageIsNotHeldAndRefused() {
        assertTrue(RegFormat.REGEDIT4.holds(KEY));
        for (RegistryValue value : List.of(text("x", RegistryType.SZ, "é\0"), text("é", RegistryType.SZ, "x\0"),
                new RegistryValue(KEY, "x", RegistryType.SZ, new byte[] {'a'}))) {
            assertFalse(RegFormat.REGEDIT4.holds(value));
            assertTrue(RegFormat.VERSION_5.holds(value));
            assertEquals(Code.INEXPRESSIBLE,
                    assertThrows(RegistryException.class, () -> regedit4(writer -> writer.value(value))).code());
        }
        assertThrows(RegistryException.class, () -> regedit4(writer -> writer.deleteKey(List.of("HKEY_LOCAL_MACHINE", "ключ"))));
    }

    private static RegistryValue text(String name, int type, String text) {
        return new RegistryValue(KEY, name, type, Utf16.encode(text));
    }

    private static byte[] regedit4(Consumer<RegFileWriter> calls) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RegFileWriter writer = new RegFileWriter(out, RegFormat.REGEDIT4)) {
            calls.accept(writer);
        }
        return out.toByteArray();
    }
}
