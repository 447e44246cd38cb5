package org.assay.content;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.assay.model.item.ProgramVersion;

/**
 * Reads the version resource among a program's resources (Microsoft's PE format, "The .rsrc Section"; VS_VERSIONINFO and its children).
 * What is damaged or lies outside reads as not being there. Of several languages the first one counts.
 */
final class VersionResource {

    private static final int RT_VERSION = 16;
    private static final int ENTRIES = 16;
    private static final int ENTRY_BYTES = 8;
    private static final int MAX_ENTRY_COUNT = 4096;
    private static final long SUBDIRECTORY = 0x80000000L;
    private static final long FIXED_SIGNATURE = 0xfeef04bdL;
    private static final int MAX_TEXT_LENGTH = 260;
    /** Each block is preceded by its length, the length of its value, and its type. */
    private static final int BLOCK_HEADER = 6;

    private final Head data;
    private final long address;
    private final Map<String, String> texts = new HashMap<>();

    private VersionResource(Head data, long address) {
        this.data = data;
        this.address = address;
    }

    /**
     * Reads it.
     *
     * @param resources the resources from their root directory on, as far as they are at hand
     * @param address where that directory lies once the program is loaded
     */
    static Optional<ProgramVersion> read(byte[] resources, long address) {
        return new VersionResource(new Head(resources, resources.length), address).read();
    }

    private Optional<ProgramVersion> read() {
        return entry(0, RT_VERSION).flatMap(names -> entry(names, -1)).flatMap(languages -> entry(languages, -1))
                .map(leaf -> data.u32(leaf) - address).filter(at -> at > 0 && at < data.length()).flatMap(at -> block(at.intValue()));
    }

    /** Where the entry {@code id} of the directory at {@code at} leads, the first one where {@code id} is -1. */
    private Optional<Integer> entry(int at, int id) {
        int count = Math.min(MAX_ENTRY_COUNT, Math.max(0, data.u16(at + 12)) + Math.max(0, data.u16(at + 14)));
        for (int entry = at + ENTRIES; entry < at + ENTRIES + count * ENTRY_BYTES; entry += ENTRY_BYTES) {
            long target = data.u32(entry + 4) & ~SUBDIRECTORY;
            if ((id < 0 || data.u32(entry) == id) && data.u32(entry + 4) >= 0 && target < data.length()) {
                return Optional.of((int) target);
            }
        }
        return Optional.empty();
    }

    private Optional<ProgramVersion> block(int at) {
        int end = end(at, data.length());
        int value = value(at, end);
        if (!key(at, end).equals("VS_VERSION_INFO")) {
            return Optional.empty();
        }
        boolean fixed = data.u32(value) == FIXED_SIGNATURE && value + 16 <= end;
        String number = fixed
                ? data.u16(value + 10) + "." + data.u16(value + 8) + "." + data.u16(value + 14) + "." + data.u16(value + 12) : "";
        for (int child = aligned(value + Math.max(0, data.u16(at + 2))); isBlock(child, end); child = aligned(end(child, end))) {
            if (key(child, end(child, end)).equals("StringFileInfo")) {
                tables(child, end(child, end));
            }
        }
        return Optional.of(new ProgramVersion(number, text("productname"), text("companyname"), text("filedescription"),
                text("originalfilename")));
    }

    private void tables(int at, int end) {
        for (int table = value(at, end); isBlock(table, end); table = aligned(end(table, end))) {
            int tableEnd = end(table, end);
            for (int string = value(table, tableEnd); isBlock(string, tableEnd); string = aligned(end(string, tableEnd))) {
                int stringEnd = end(string, tableEnd);
                texts.putIfAbsent(key(string, stringEnd).toLowerCase(Locale.ROOT), utf16(value(string, stringEnd), stringEnd));
            }
        }
    }

    private String text(String key) {
        return texts.getOrDefault(key, "").strip();
    }

    private boolean isBlock(int at, int end) {
        return at + BLOCK_HEADER < end && data.u16(at) > BLOCK_HEADER;
    }

    /** Where the block at {@code at} ends, which lies in one that ends at {@code outer}; always behind its beginning. */
    private int end(int at, int outer) {
        return Math.min(outer, at + Math.max(BLOCK_HEADER, data.u16(at)));
    }

    private String key(int at, int end) {
        return utf16(at + BLOCK_HEADER, end);
    }

    /** Where what follows the key begins. */
    private int value(int at, int end) {
        return aligned(at + BLOCK_HEADER + 2 * key(at, end).length() + 2);
    }

    private static int aligned(int at) {
        return at + 3 & ~3;
    }

    /** The UTF-16 text at {@code at} up to its NUL or {@code end}, cut where it is very long. */
    private String utf16(int at, int end) {
        int length = 0;
        while (length < 2 * MAX_TEXT_LENGTH && at + length + 2 <= end && data.u16(at + length) > 0) {
            length += 2;
        }
        return length == 0 ? "" : new String(data.bytes(), at, length, StandardCharsets.UTF_16LE);
    }
}
