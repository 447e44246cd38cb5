package org.assay.content.sqlite;

import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/** The pages of a database, those that stand in its write-ahead log taken from there. */
final class Pages {

    /** More than the largest database that is known to be published has; a file with more is not read beyond. */
    static final long MAX_PAGES = 1L << 28;

    private static final byte[] MAGIC = HexFormat.of().parseHex("53514c69746520666f726d6174203300");
    private static final int HEADER_BYTES = 100;
    private static final int MIN_PAGE_BYTES = 512;
    private static final int MAX_PAGE_BYTES = 65536;
    private static final int MIN_USABLE_BYTES = 480;

    private final SqliteSource file;
    private final Optional<WriteAheadLog> log;
    private final int pageBytes;
    private final int reserved;
    private final TextForm text;
    private final long count;

    /** @throws SqliteFormatException when the file is no database */
    Pages(SqliteSource file, Optional<SqliteSource> logFile) throws IOException {
        this.file = file;
        byte[] header = new byte[HEADER_BYTES];
        if (file.size() < HEADER_BYTES) {
            throw new SqliteFormatException("it has " + file.size() + " bytes, which is less than the header of an SQLite database");
        }
        file.read(0, header);
        for (int at = 0; at < MAGIC.length; at++) {
            if (header[at] != MAGIC[at]) {
                throw new SqliteFormatException("it does not begin as an SQLite database");
            }
        }
        int size = BigEndian.u16(header, 16);
        this.pageBytes = size == 1 ? MAX_PAGE_BYTES : size;
        this.reserved = header[20] & 0xff;
        if (pageBytes < MIN_PAGE_BYTES || Integer.bitCount(pageBytes) != 1 || usable() < MIN_USABLE_BYTES) {
            throw new SqliteFormatException("its header says pages of " + size + " bytes with " + reserved
                    + " reserved, which no SQLite database has");
        }
        this.log = logFile.isEmpty() ? Optional.empty() : WriteAheadLog.read(logFile.get(), pageBytes);
        if (file.size() < pageBytes) {
            throw new SqliteFormatException("it ends within its first page");
        }
        // The first page may be newer in the log.
        this.text = TextForm.of(page(1)[59] & 0xff);
        this.count = Math.min(MAX_PAGES, log.map(WriteAheadLog::pages).orElse(file.size() / pageBytes));
    }

    /** How many bytes of a page the format uses. */
    int usable() {
        return pageBytes - reserved;
    }

    TextForm text() {
        return text;
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /**
     * A copy of a page, numbered from 1.
     *
     * @throws EOFException when the file ends before its end
     */
    byte[] page(long number) throws IOException {
        byte[] page = new byte[pageBytes];
        Optional<Long> logged = log.flatMap(pages -> pages.position(number));
        if (logged.isPresent()) {
            log.orElseThrow().read(logged.get(), page);
        } else {
            file.read((number - 1) * pageBytes, page);
        }
        return page;
    }
}
