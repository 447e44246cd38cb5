package org.assay.registry.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.assay.registry.header.BaseBlock;

/** A copy of a hive that takes up the pages of its logs. It never grows beyond what the hive and the logs hold together. */
final class HiveImage {

    private final long limit;
    private byte[] bytes;
    private int length;

    /**
     * @param hive the hive, which stays as it is
     * @param more by how many bytes the image may grow
     */
    HiveImage(byte[] hive, long more) {
        this.bytes = hive.clone();
        this.length = hive.length;
        this.limit = Math.min(Integer.MAX_VALUE - Long.BYTES, hive.length + more);
    }

    /** Whether bins of this size, in bytes, are a multiple of a page and can have come from the hive and its logs. */
    boolean canHold(long binsSize) {
        return binsSize > 0 && binsSize % BaseBlock.SIZE == 0 && BaseBlock.SIZE + binsSize <= limit;
    }

    /** Makes room for bins of this size, with zeros. */
    void grow(long binsSize) {
        int needed = (int) (BaseBlock.SIZE + binsSize);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(needed, 2L * bytes.length)));
        }
        length = Math.max(length, needed);
    }

    /** Writes a page to an offset within the bins. */
    void page(long offset, byte[] log, int start, int size) {
        System.arraycopy(log, start, bytes, (int) (BaseBlock.SIZE + offset), size);
    }

    /**
     * Takes the base block over from a log, as that of a hive that is not dirty.
     *
     * @param log a log whose base block is valid
     * @param sequence the sequence number for both fields, unsigned
     * @param binsSize the size of the bins in bytes
     */
    void baseBlock(byte[] log, long sequence, long binsSize) {
        System.arraycopy(log, 0, bytes, 0, BaseBlock.FIRST_SECTOR);
        BaseBlock.seal(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), (int) sequence, (int) binsSize);
    }

    byte[] bytes() {
        return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    }
}
