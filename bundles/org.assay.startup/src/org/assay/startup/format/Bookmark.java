package org.assay.startup.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.startup.text.LittleEndian;
import org.assay.startup.text.Limits;

/**
 * The path in a bookmark of macOS, by which files are found again (the bookmark data of {@code CFURLCreateBookmarkData}; its layout is
 * described by mac_alias, {@code bookmark.py}): a head, items of a length and a type, a table of contents.
 */
final class Bookmark {

    private static final int MIN_SIZE = 0x34;
    private static final int STRING = 0x0101;
    private static final int ARRAY = 0x0601;
    /** What the table of contents calls the components of the path, and the mount point of the volume. */
    private static final int PATH = 0x1004;
    private static final int VOLUME = 0x2002;
    private static final int MAX_ENTRY_COUNT = 256;
    private static final int MAX_COMPONENT_COUNT = 128;

    private final byte[] bytes;
    private final LittleEndian numbers;
    private final long base;

    private Bookmark(byte[] bytes, long base) {
        this.bytes = bytes;
        this.numbers = LittleEndian.of(bytes);
        this.base = base;
    }

    /** The absolute path that {@code bytes} lead to; empty where they are no bookmark, or tell none. */
    static Optional<String> path(byte[] bytes) {
        boolean one = bytes.length >= MIN_SIZE && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("book");
        long base = one ? LittleEndian.of(bytes).u32(12) : 0;
        return base < 16 || base > bytes.length - 8 ? Optional.empty() : new Bookmark(bytes, base).path();
    }

    private Optional<String> path() {
        long table = (long) base + numbers.u32(base);
        String volume = item(table, VOLUME).map(this::string).filter(text -> !text.equals("/")).orElse("");
        return item(table, PATH).map(this::components).filter(names -> !names.isEmpty())
                .map(names -> Limits.cut(volume + "/" + String.join("/", names)));
    }

    /** Where the item is that the table calls {@code key}. */
    private Optional<Long> item(long table, int key) {
        long count = Math.min(numbers.u32(table + 16), MAX_ENTRY_COUNT);
        for (int entry = 0; entry < count; entry++) {
            if (numbers.u32(table + 20 + entry * 12L) == key) {
                return Optional.of(base + numbers.u32(table + 24 + entry * 12L));
            }
        }
        return Optional.empty();
    }

    private List<String> components(long item) {
        List<String> names = new ArrayList<>();
        long size = numbers.u32(item + 4) == ARRAY ? numbers.u32(item) : 0;
        for (int at = 0; at + 4 <= size && names.size() < MAX_COMPONENT_COUNT; at += 4) {
            String name = string(base + numbers.u32(item + 8 + at));
            if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
                return List.of();
            }
            names.add(name);
        }
        return names;
    }

    private String string(long item) {
        long size = numbers.u32(item);
        boolean whole = numbers.u32(item + 4) == STRING && size >= 0 && item + 8 + size <= bytes.length;
        return whole ? new String(bytes, (int) item + 8, (int) size, StandardCharsets.UTF_8) : "";
    }
}
