package org.assay.registry.header;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

import org.assay.registry.file.CorruptRecordException;

/** Checks the heads of the bins, the blocks of 4096 bytes and more that a hive grows by. Cells are found without them. */
public final class HiveBins {

    private static final int SIGNATURE = 0x6e696268;
    private static final int PAGE = 4096;
    private static final int HEAD = 32;

    private HiveBins() {
    }

    /** Reports every range of the file that should hold bins but does not. */
    public static void check(ByteBuffer bytes, long binsSize, Consumer<CorruptRecordException> problems) {
        long end = Math.min(bytes.capacity(), BaseBlock.SIZE + binsSize);
        long badFrom = -1;
        long position = BaseBlock.SIZE;
        while (position + HEAD <= end) {
            long size = sizeOfBin(bytes, (int) position, end);
            if (size > 0 && badFrom >= 0) {
                problems.accept(bad(badFrom, position));
                badFrom = -1;
            } else if (size == 0 && badFrom < 0) {
                badFrom = position;
            }
            position += size > 0 ? size : PAGE;
        }
        if (badFrom >= 0) {
            problems.accept(bad(badFrom, end));
        }
    }

    /** The size in bytes of the bin at this position; 0 when there is no valid one. */
    public static long sizeOfBin(ByteBuffer bytes, int position, long end) {
        long size = Integer.toUnsignedLong(bytes.getInt(position + 8));
        boolean sound = bytes.getInt(position) == SIGNATURE && bytes.getInt(position + 4) == position - BaseBlock.SIZE
                && size > 0 && size % PAGE == 0 && position + size <= end;
        return sound ? size : 0;
    }

    private static CorruptRecordException bad(long from, long to) {
        return new CorruptRecordException(from, "The " + (to - from)
                + " bytes from here on are not a valid bin of the hive; Windows may discard what they hold.");
    }
}
