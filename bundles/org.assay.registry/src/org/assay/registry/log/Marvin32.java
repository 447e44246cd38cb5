package org.assay.registry.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The Marvin32 hash over whole 32-bit words, with the seed of registry transaction logs (M. Suhanov, "Windows registry file format
 * specification", section Log entries; the algorithm: N. McKinley and others, patent US 8,555,057).
 */
final class Marvin32 {

    private static final int SEED_LOW = 0x7a4e55c5;
    private static final int SEED_HIGH = 0x82ef4d88;
    /** What is mixed in for the remaining bytes when the length is a multiple of four. */
    private static final int NO_REST = 0x80;

    private int low = SEED_LOW;
    private int high = SEED_HIGH;

    private Marvin32() {
    }

    /** The hash of {@code length} bytes, a multiple of four. */
    static long hash(byte[] bytes, int start, int length) {
        ByteBuffer words = ByteBuffer.wrap(bytes, start, length).order(ByteOrder.LITTLE_ENDIAN);
        Marvin32 state = new Marvin32();
        while (words.remaining() >= Integer.BYTES) {
            state.mix(words.getInt());
        }
        state.mix(NO_REST);
        state.mix(0);
        return (long) state.high << Integer.SIZE | Integer.toUnsignedLong(state.low);
    }

    private void mix(int word) {
        low += word;
        high ^= low;
        low = Integer.rotateLeft(low, 20) + high;
        high = Integer.rotateLeft(high, 9) ^ low;
        low = Integer.rotateLeft(low, 27) + high;
        high = Integer.rotateLeft(high, 19);
    }
}
