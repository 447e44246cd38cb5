package org.assay.content.sqlite;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The write-ahead log beside a database: pages of transactions that ended and are not yet in the database itself. What follows the last
 * transaction that ended, and what is left of an earlier use of the file, does not count, as its checksums and salts tell.
 */
final class WriteAheadLog {

    private static final int HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final long MAGIC = 0x377f0682L;
    private static final long VERSION = 3007000;

    /** Of a log with more, what follows is not read. */
    private static final int MAX_FRAMES = 1 << 22;

    private final SqliteSource file;
    private final Map<Long, Long> positions;
    private final long pages;

    private WriteAheadLog(SqliteSource file, Map<Long, Long> positions, long pages) {
        this.file = file;
        this.positions = positions;
        this.pages = pages;
    }

    /** The log, if it has a transaction that ended, of a database with such pages. */
    static Optional<WriteAheadLog> read(SqliteSource file, int pageBytes) throws IOException {
        byte[] header = new byte[HEADER_BYTES];
        if (file.size() < HEADER_BYTES) {
            return Optional.empty();
        }
        file.read(0, header);
        Checksum sum = new Checksum((header[3] & 1) == 1);
        sum.add(header, HEADER_BYTES - 8);
        if ((BigEndian.u32(header, 0) & ~1L) != MAGIC || BigEndian.u32(header, 4) != VERSION || BigEndian.u32(header, 8) != pageBytes
                || !sum.stands(header, HEADER_BYTES - 8)) {
            return Optional.empty();
        }
        return frames(file, pageBytes, header, sum);
    }

    private static Optional<WriteAheadLog> frames(SqliteSource file, int pageBytes, byte[] header, Checksum sum) throws IOException {
        Map<Long, Long> committed = new HashMap<>();
        Map<Long, Long> open = new HashMap<>();
        long pages = 0;
        long count = Math.min(MAX_FRAMES, (file.size() - HEADER_BYTES) / (FRAME_HEADER_BYTES + pageBytes));
        byte[] frame = new byte[FRAME_HEADER_BYTES];
        byte[] page = new byte[pageBytes];
        for (long index = 0; index < count; index++) {
            long position = HEADER_BYTES + index * (FRAME_HEADER_BYTES + pageBytes);
            file.read(position, frame);
            file.read(position + FRAME_HEADER_BYTES, page);
            sum.add(frame, 8);
            sum.add(page, pageBytes);
            long number = BigEndian.u32(frame, 0);
            boolean current = BigEndian.u32(frame, 8) == BigEndian.u32(header, 16)
                    && BigEndian.u32(frame, 12) == BigEndian.u32(header, 20);
            if (!current || number == 0 || !sum.stands(frame, 16)) {
                break;
            }
            open.put(number, position + FRAME_HEADER_BYTES);
            long size = BigEndian.u32(frame, 4);
            if (size != 0) {
                committed.putAll(open);
                open.clear();
                pages = size;
            }
        }
        return pages == 0 ? Optional.empty() : Optional.of(new WriteAheadLog(file, committed, pages));
    }

    /** How many pages the database has with the log. */
    long pages() {
        return pages;
    }

    /** Where in the log a page stands, if it does. */
    Optional<Long> position(long page) {
        return Optional.ofNullable(positions.get(page));
    }

    void read(long position, byte[] page) throws IOException {
        file.read(position, page);
    }

    /** The running checksum of the log: two sums, each of which takes the other in. */
    private static final class Checksum {

        private final boolean bigEndian;
        private int first;
        private int second;

        Checksum(boolean bigEndian) {
            this.bigEndian = bigEndian;
        }

        void add(byte[] bytes, int length) {
            for (int at = 0; at < length; at += 8) {
                first += word(bytes, at) + second;
                second += word(bytes, at + 4) + first;
            }
        }

        /** Whether it is the one that stands there. */
        boolean stands(byte[] bytes, int at) {
            return first == (int) BigEndian.u32(bytes, at) && second == (int) BigEndian.u32(bytes, at + 4);
        }

        private int word(byte[] bytes, int at) {
            int word = (int) BigEndian.u32(bytes, at);
            return bigEndian ? word : Integer.reverseBytes(word);
        }
    }
}
