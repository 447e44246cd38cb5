package org.assay.capture.registry;

import java.security.SecureRandom;

/**
 * SipHash-2-4 with 128 bits of output over 64-bit words (J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF", 2012). Who
 * does not know the key cannot make two inputs collide.
 */
final class SipHash {

    private final long key0;
    private final long key1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private int words;

    SipHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** With a key that nobody knows. */
    static SipHash random() {
        SecureRandom random = new SecureRandom();
        return new SipHash(random.nextLong(), random.nextLong());
    }

    /** Begins a new input. */
    void start() {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
        words = 0;
    }

    /** Takes the next eight bytes of the input, the lowest first. */
    void take(long word) {
        compress(word);
        words++;
    }

    /** Ends the input and gives the first half of its hash. */
    long first() {
        compress((long) words * Long.BYTES << 56);
        v2 ^= 0xee;
        return half();
    }

    /** The second half; once, after {@link #first}. */
    long second() {
        v1 ^= 0xdd;
        return half();
    }

    private long half() {
        rounds(4);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void compress(long word) {
        v3 ^= word;
        rounds(2);
        v0 ^= word;
    }

    private void rounds(int count) {
        for (int round = 0; round < count; round++) {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
