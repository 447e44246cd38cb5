package org.assay.content;

import java.util.Optional;

/**
 * Where in a PE file its resources lie (Microsoft's PE format, "Section Table" and "Optional Header Data Directories").
 *
 * @param offset the offset of their root directory
 * @param bytes how many bytes of the section follow from there
 * @param address the same place once the program is loaded; entries name places by it
 */
record ResourceSection(long offset, long bytes, long address) {

    private static final int SECTION_COUNT = 6;
    private static final int HEADER_BYTES = 20;
    private static final int OPTIONAL_HEADER = 24;
    private static final int PE32 = 0x10b;
    private static final int PE32_PLUS = 0x20b;
    private static final int DIRECTORIES = OPTIONAL_HEADER + 96;
    private static final int DIRECTORIES_WIDE = OPTIONAL_HEADER + 112;
    private static final int RESOURCES = 2 * 8;
    private static final int SECTION_BYTES = 40;
    private static final int MAX_SECTION_COUNT = 96;

    /** The resources of the program whose PE signature stands in {@code head} at {@code at}; empty where it has none. */
    static Optional<ResourceSection> read(Head head, int at) {
        int magic = head.u16(at + OPTIONAL_HEADER);
        if (magic != PE32 && magic != PE32_PLUS) {
            return Optional.empty();
        }
        long address = head.u32(at + (magic == PE32 ? DIRECTORIES : DIRECTORIES_WIDE) + RESOURCES);
        int sections = Math.min(MAX_SECTION_COUNT, head.u16(at + SECTION_COUNT));
        int table = at + OPTIONAL_HEADER + head.u16(at + HEADER_BYTES);
        for (int section = table; address > 0 && section < table + sections * SECTION_BYTES; section += SECTION_BYTES) {
            long from = head.u32(section + 12);
            long bytes = head.u32(section + 16);
            long start = head.u32(section + 20);
            if (from >= 0 && start > 0 && address >= from && address < from + bytes) {
                return Optional.of(new ResourceSection(start + address - from, bytes - (address - from), address));
            }
        }
        return Optional.empty();
    }
}
