package org.assay.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** A small PE program of one section, made from Microsoft's description of the format. */
final class PeBuilder {

    static final int NEWER_AT = 0x80;
    static final int CHECKSUM_AT = NEWER_AT + 24 + 64;
    private static final int SIZE = 0x1400;

    private final boolean wide;
    private int newerAt = NEWER_AT;
    private int directories = 16;

    private PeBuilder(boolean wide) {
        this.wide = wide;
    }

    static PeBuilder pe32() {
        return new PeBuilder(false);
    }

    static PeBuilder pe32Plus() {
        return new PeBuilder(true);
    }

    PeBuilder newerAt(int offset) {
        newerAt = offset;
        return this;
    }

    PeBuilder directories(int count) {
        directories = count;
        return this;
    }

    /** The program without a certificate table; its length is a multiple of eight. */
    byte[] build() {
        byte[] program = new byte[newerAt + SIZE];
        new Random(1).nextBytes(program);
        Arrays.fill(program, 0, 0x80, (byte) 0);
        Arrays.fill(program, newerAt, newerAt + 0x180, (byte) 0);
        ByteBuffer bytes = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(0, (short) 0x5a4d).putInt(0x3c, newerAt);
        bytes.putInt(newerAt, 0x4550).putShort(newerAt + 4, (short) (wide ? 0x8664 : 0x14c)).putShort(newerAt + 6, (short) 1);
        bytes.putShort(newerAt + 20, (short) (wide ? 0xf0 : 0xe0)).putShort(newerAt + 24, (short) (wide ? 0x20b : 0x10b));
        bytes.putInt(newerAt + 24 + 64, 0x12345678).putInt(directoryAt() - 36, directories);
        return program;
    }

    /** Where the entry of the certificate table stands. */
    int directoryAt() {
        return newerAt + 24 + (wide ? 144 : 128);
    }

    /** {@code program} with a certificate table of {@code entries}, each a signed message. */
    byte[] withTable(byte[] program, byte[]... entries) {
        int tableBytes = Arrays.stream(entries).mapToInt(entry -> 8 + entry.length + 7 & ~7).sum();
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(program, program.length + tableBytes)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(program.length);
        for (byte[] entry : entries) {
            int filled = 8 + entry.length + 7 & ~7;
            bytes.putInt(filled).putShort((short) 0x200).putShort((short) 2).put(entry).put(new byte[filled - 8 - entry.length]);
        }
        return pointing(bytes.array(), program.length, tableBytes);
    }

    /** {@code program} with the certificate table said to lie elsewhere. */
    byte[] pointing(byte[] program, int table, int tableBytes) {
        byte[] copy = program.clone();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(directoryAt(), table).putInt(directoryAt() + 4, tableBytes);
        return copy;
    }
}
