package org.assay.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeMap;

/** The keys and values of a sample registry, in memory until they are written as a {@code .reg} file. */
final class RegistryKeys {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** A key stands before what it holds, and all that it holds before its next neighbour. */
    private static final Comparator<String> TREE_ORDER =
            Comparator.comparing(key -> key.replace('\\', '\0'), String.CASE_INSENSITIVE_ORDER);

    /** By key and name, each in any case; the data as an export writes it. */
    private final TreeMap<String, TreeMap<String, String>> keys = new TreeMap<>(TREE_ORDER);

    /** The values of {@code key}, which is made when it is not there, with every key above it, for an export lists those too. */
    TreeMap<String, String> key(String key) {
        int parent = key.lastIndexOf('\\');
        if (parent >= 0) {
            key(key.substring(0, parent));
        }
        return keys.computeIfAbsent(key, _ -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    /** Sets a REG_SZ value; an empty name is the default value. */
    void string(String key, String name, String text) {
        key(key).put(name, quoted(text));
    }

    /** Sets a REG_DWORD value. */
    void dword(String key, String name, int number) {
        key(key).put(name, "dword:%08x".formatted(number));
    }

    /** Sets a REG_BINARY value from hexadecimal bytes with commas between them. */
    void binary(String key, String name, String bytes) {
        key(key).put(name, "hex:" + bytes);
    }

    /** Writes the form of Windows 95, 98 and NT 4: REGEDIT4, one byte a character. */
    void writeRegedit4(Path file, Instant modified) throws IOException {
        write(file, modified, text("REGEDIT4").getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes the form of Windows 2000 and later: version 5.00, UTF-16LE with a byte order mark. */
    void writeVersion5(Path file, Instant modified) throws IOException {
        write(file, modified, (BYTE_ORDER_MARK + text("Windows Registry Editor Version 5.00")).getBytes(StandardCharsets.UTF_16LE));
    }

    private static void write(Path file, Instant modified, byte[] content) throws IOException {
        Files.write(file, content, StandardOpenOption.CREATE_NEW);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private String text(String header) {
        StringBuilder text = new StringBuilder(header).append("\r\n\r\n");
        keys.forEach((key, values) -> {
            text.append('[').append(key).append("]\r\n");
            values.forEach((name, data) -> text.append(name.isEmpty() ? "@" : quoted(name)).append('=').append(data).append("\r\n"));
            text.append("\r\n");
        });
        return text.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
