package org.assay.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Builds the transaction logs that lead from one state of a hive to later ones. */
public final class HiveLogBuilder {

    private static final int BASE = 4096;
    private static final int SECTOR = 512;

    private HiveLogBuilder() {
    }

    /** Marks a hive as one whose last write began but did not end; the next change has the number {@code sequence}. */
    public static byte[] dirty(byte[] hive, int sequence) {
        byte[] copy = hive.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(4, sequence + 1).putInt(8, sequence);
        return HiveBuilder.seal(copy);
    }

    /** A log of the new format with one entry for each step from a state to the next. */
    public static byte[] entries(int sequence, byte[]... states) {
        ByteBuffer log = log(states, 6, sequence);
        for (int i = 1; i < states.length; i++) {
            entry(log, sequence + i - 1, states[i - 1], states[i]);
        }
        return Arrays.copyOf(log.array(), log.position());
    }

    /** A log of the old format. */
    public static byte[] pages(int sequence, byte[] before, byte[] after) {
        ByteBuffer log = log(new byte[][] {before, after}, 1, sequence);
        BitSet dirty = new BitSet();
        for (int page : changed(before, after)) {
            dirty.set(page * 8, page * 8 + 8);
        }
        log.put(new byte[] {'D', 'I', 'R', 'T'}).put(dirty.toByteArray());
        log.position((SECTOR + 4 + (after.length - BASE) / 4096 + SECTOR - 1) / SECTOR * SECTOR);
        for (int page : changed(before, after)) {
            log.put(after, BASE + page * 4096, 4096);
        }
        return Arrays.copyOf(log.array(), log.position());
    }

    /** Where the entries of a log of the new format begin. */
    public static List<Integer> positions(byte[] log) {
        ByteBuffer bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> positions = new ArrayList<>();
        int size = SECTOR;
        for (int at = 0; size >= SECTOR && size <= log.length - at - 40; size = bytes.getInt(at + 4)) {
            at += size;
            positions.add(at);
        }
        return positions;
    }

    /** Computes the checksum of a log anew and the hashes of its entries as far as they go. */
    public static byte[] seal(byte[] log) {
        ByteBuffer bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
        for (int at : positions(log)) {
            int size = bytes.getInt(at + 4);
            if (size >= SECTOR && size <= log.length - at && size % 4 == 0) {
                rehash(log, at);
            }
        }
        return HiveBuilder.seal(log);
    }

    /** Computes the hashes of an entry anew. */
    public static byte[] rehash(byte[] log, int position) {
        ByteBuffer bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(position + 24, marvin(bytes, position + 40, bytes.getInt(position + 4) - 40));
        bytes.putLong(position + 32, marvin(bytes, position, 32));
        return log;
    }

    /** Marvin32 over whole words, with the seed of registry logs; on purpose not the code that is tested with it. */
    private static long marvin(ByteBuffer bytes, int start, int length) {
        int[] state = {0x7a4e55c5, 0x82ef4d88};
        for (int i = 0; i < length; i += 4) {
            mix(state, bytes.getInt(start + i));
        }
        mix(state, 0x80);
        mix(state, 0);
        return (long) state[1] << 32 | state[0] & 0xffff_ffffL;
    }

    private static void mix(int[] state, int word) {
        state[0] += word;
        state[1] ^= state[0];
        state[0] = (state[0] << 20 | state[0] >>> 12) + state[1];
        state[1] = (state[1] << 9 | state[1] >>> 23) ^ state[0];
        state[0] = (state[0] << 27 | state[0] >>> 5) + state[1];
        state[1] = state[1] << 19 | state[1] >>> 13;
    }

    private static ByteBuffer log(byte[][] states, int type, int sequence) {
        byte[] last = states[states.length - 1];
        int size = Arrays.stream(states).mapToInt(state -> 2 * state.length).sum() + 4 * SECTOR;
        byte[] bytes = Arrays.copyOf(Arrays.copyOf(last, SECTOR), size);
        ByteBuffer log = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        log.putInt(4, sequence).putInt(8, sequence).putInt(28, type);
        HiveBuilder.seal(bytes);
        return log.position(SECTOR);
    }

    private static void entry(ByteBuffer log, int sequence, byte[] before, byte[] after) {
        int[] pages = changed(before, after);
        int start = log.position();
        int size = (40 + pages.length * (8 + 4096) + SECTOR - 1) / SECTOR * SECTOR;
        log.put(new byte[] {'H', 'v', 'L', 'E'}).putInt(size).putInt(0).putInt(sequence).putInt(after.length - BASE).putInt(pages.length);
        log.position(start + 40);
        for (int page : pages) {
            log.putInt(page * 4096).putInt(4096);
        }
        for (int page : pages) {
            log.put(after, BASE + page * 4096, 4096);
        }
        rehash(log.array(), start);
        log.position(start + size);
    }

    private static int[] changed(byte[] before, byte[] after) {
        return IntStream.range(0, (after.length - BASE) / 4096)
                .filter(page -> BASE + (page + 1) * 4096 > before.length || !Arrays.equals(before, BASE + page * 4096,
                        BASE + (page + 1) * 4096, after, BASE + page * 4096, BASE + (page + 1) * 4096))
                .toArray();
    }
}
