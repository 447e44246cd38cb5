package org.assay.content;

import java.util.Optional;

/**
 * Where in a PE file the three places lie that Authenticode does not sign (Microsoft's PE format, "Optional Header"; Windows
 * Authenticode Portable Executable Signature Format, "Calculating the PE Image Hash").
 *
 * @param checksum the offset of the four bytes of the image's checksum
 * @param directory the offset of the eight bytes that tell of the certificate table
 * @param table the offset of the certificate table; {@link #NO_TABLE} where the program carries none
 * @param tableBytes its size, 0 to 2^32 - 1
 */
record PeHeader(long checksum, long directory, long table, long tableBytes) {

    /** The place of a certificate table that is not there: no file is as long. */
    static final long NO_TABLE = Long.MAX_VALUE;

    /** How many bytes from the PE signature on hold everything that is asked for here. */
    static final int BYTES = 176;

    private static final int OPTIONAL_HEADER = 24;
    private static final int CHECKSUM = OPTIONAL_HEADER + 64;
    private static final int PE32 = 0x10b;
    private static final int PE32_PLUS = 0x20b;
    /** Where the number of directories stands; in the wider header some fields before it have eight bytes. */
    private static final int DIRECTORIES = OPTIONAL_HEADER + 92;
    private static final int DIRECTORIES_WIDE = OPTIONAL_HEADER + 108;
    private static final int CERTIFICATE_TABLE = 4;

    /**
     * The header whose PE signature stands in {@code head} at {@code at}, and in the file at {@code position}.
     *
     * @return empty when the header has no place for a certificate table
     */
    static Optional<PeHeader> read(Head head, int at, long position) {
        int magic = head.u16(at + OPTIONAL_HEADER);
        if (magic != PE32 && magic != PE32_PLUS) {
            return Optional.empty();
        }
        int count = magic == PE32 ? DIRECTORIES : DIRECTORIES_WIDE;
        int directory = count + 4 + CERTIFICATE_TABLE * 8;
        long table = head.u32(at + directory);
        long tableBytes = head.u32(at + directory + 4);
        boolean has = table > 0 && tableBytes > 0;
        return head.u32(at + count) <= CERTIFICATE_TABLE ? Optional.empty()
                : Optional.of(new PeHeader(position + CHECKSUM, position + directory, has ? table : NO_TABLE, has ? tableBytes : 0));
    }

    boolean hasTable() {
        return table != NO_TABLE;
    }

    /** Where the last of the places in the header ends. */
    long end() {
        return directory + 8;
    }
}
