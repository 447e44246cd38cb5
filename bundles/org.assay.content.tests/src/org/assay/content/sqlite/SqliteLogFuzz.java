package org.assay.content.sqlite;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Fuzz target: a write-ahead log for a fixed database with pages of 512 bytes, as it is and with checksums and salts that fit. */
public final class SqliteLogFuzz {

    private static final int PAGE_BYTES = 512;
    private static final int HEADER_BYTES = 32;
    private static final int FRAME_BYTES = 24 + PAGE_BYTES;

    private SqliteLogFuzz() {
    }

    /** Takes one input, a log. */
    public static void fuzzerTestOneInput(byte[] log) {
        byte[] database = database();
        SqliteFuzz.read(database, Optional.of(log));
        if (log.length >= HEADER_BYTES + FRAME_BYTES) {
            SqliteFuzz.read(database, Optional.of(fitting(log.clone())));
        }
    }

    /** Two pages, the first of which says that there are tables, but none. */
    private static byte[] database() {
        ByteBuffer file = ByteBuffer.allocate(2 * PAGE_BYTES);
        file.put("SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putShort((short) PAGE_BYTES);
        return file.put(100, (byte) 13).array();
    }

    private static byte[] fitting(byte[] log) {
        ByteBuffer bytes = ByteBuffer.wrap(log);
        bytes.putInt(0, 0x377f0683).putInt(4, 3007000).putInt(8, PAGE_BYTES);
        int[] sum = new int[2];
        add(sum, bytes, 0, 24);
        bytes.putInt(24, sum[0]).putInt(28, sum[1]);
        for (int frame = HEADER_BYTES; frame + FRAME_BYTES <= log.length; frame += FRAME_BYTES) {
            bytes.putInt(frame + 8, bytes.getInt(16)).putInt(frame + 12, bytes.getInt(20));
            add(sum, bytes, frame, 8);
            add(sum, bytes, frame + 24, PAGE_BYTES);
            bytes.putInt(frame + 16, sum[0]).putInt(frame + 20, sum[1]);
        }
        return log;
    }

    private static void add(int[] sum, ByteBuffer bytes, int start, int length) {
        for (int at = start; at < start + length; at += 8) {
            sum[0] += bytes.getInt(at) + sum[1];
            sum[1] += bytes.getInt(at + 4) + sum[0];
        }
    }
}
