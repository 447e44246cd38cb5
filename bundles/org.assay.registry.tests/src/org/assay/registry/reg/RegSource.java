package org.assay.registry.reg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.assay.registry.RegistryFiles;
import org.assay.registry.Recording;
import org.assay.registry.encoding.Utf16;

/** Reads {@code .reg} texts that a test spells out. */
public final class RegSource {

    public static final String VERSION_5 = "Windows Registry Editor Version 5.00\r\n\r\n";
    public static final String VERSION_4 = "REGEDIT4\r\n\r\n";

    private RegSource() {
    }

    static Recording read(Path folder, byte[] bytes) {
        return read(folder, bytes, new RegFileReader());
    }

    static Recording read(Path folder, byte[] bytes, RegFileReader reader) {
        Recording recording = new Recording();
        reader.read("source", RegistryFiles.source(bytes), recording);
        return recording;
    }

    /** Reads a version 5 file in UTF-16LE; the header stands on lines 1 and 2, so the text begins on line 3. */
    static Recording version5(Path folder, String text) {
        return read(folder, utf16(VERSION_5 + text));
    }

    /** Reads one value in {@code HKEY_CURRENT_USER\K}; the value stands on line 4. */
    static Recording line(Path folder, String value) {
        return version5(folder, "[HKEY_CURRENT_USER\\K]\r\n" + value);
    }

    /** Reads a REGEDIT4 file of the given bytes in Latin-1. */
    static Recording version4(Path folder, String text) {
        return read(folder, (VERSION_4 + text).getBytes(StandardCharsets.ISO_8859_1));
    }

    public static byte[] utf16(String text) {
        return Utf16.encode("\ufeff" + text);
    }

    static byte[] encoded(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    public static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("source"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
