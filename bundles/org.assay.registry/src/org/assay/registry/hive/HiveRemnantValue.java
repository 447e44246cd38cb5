package org.assay.registry.hive;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is left of a value. Any bytes may look like one, so every field must be plausible.
 *
 * @param name the value's name
 * @param type its type
 * @param size how many bytes of data it had
 * @param inline whether they are in the record itself
 * @param dataOffset where they are otherwise
 * @param position where the record is in the file, in bytes
 */
record HiveRemnantValue(String name, int type, int size, boolean inline, int dataOffset, long position) {

    private static final int NAME = 20;
    private static final int DATA_FIELD = 8;
    /** More than enough for a name; Windows allows 16383 characters, which are not used in practice. */
    private static final int MAX_NAME = 1024;
    private static final int KNOWN_FLAGS = 0x03;
    private static final int COMPRESSED_NAME = 1;
    private static final int MAX_INLINE = 4;

    /** The value whose cell began at this offset, if it looks like one and lies in unused space, which it then uses. */
    static Optional<HiveRemnantValue> at(HiveCells cells, int offset) {
        ByteBuffer bytes = cells.bytes();
        int start = (int) HiveCells.position(offset) + cells.headLength();
        if (start + NAME > cells.size() || bytes.get(start) != 'v' || bytes.get(start + 1) != 'k') {
            return Optional.empty();
        }
        int nameLength = bytes.getShort(start + 2) & 0xffff;
        int claimed = bytes.getInt(start + 4);
        boolean inline = claimed < 0;
        int size = claimed & Integer.MAX_VALUE;
        int flags = bytes.getShort(start + 16);
        int data = bytes.getInt(start + DATA_FIELD);
        boolean plausible = nameLength <= MAX_NAME && (flags & ~KNOWN_FLAGS) == 0 && (inline ? size <= MAX_INLINE
                : size == 0 || size < cells.size() && data % Long.BYTES == 0 && HiveCells.position(data) < cells.size());
        if (!plausible) {
            return Optional.empty();
        }
        return HiveNames.plausible(cells, start + NAME, nameLength, (flags & COMPRESSED_NAME) != 0)
                .filter(_ -> cells.take(start, NAME + nameLength))
                .map(name -> new HiveRemnantValue(name, bytes.getInt(start + 12), size, inline, data, HiveCells.position(offset)));
    }

    /** All of the data, if it lies in unused space, which it then uses. */
    Optional<byte[]> data(HiveCells cells, int minorVersion) {
        if (inline || size == 0) {
            int start = (int) position + cells.headLength() + DATA_FIELD;
            return Optional.of(copy(cells, start, size));
        }
        if (HiveData.isSegmented(minorVersion, size)) {
            return segments(cells);
        }
        long start = HiveCells.position(dataOffset) + cells.headLength();
        return Optional.of(start).filter(at -> cells.lengthOfCell(dataOffset) - cells.headLength() >= size && cells.take(at, size))
                .map(at -> copy(cells, at.intValue(), size));
    }

    private Optional<byte[]> segments(HiveCells cells) {
        ByteBuffer bytes = cells.bytes();
        long head = HiveCells.position(dataOffset) + cells.headLength();
        if (!cells.take(head, DATA_FIELD) || bytes.get((int) head) != 'd' || bytes.get((int) head + 1) != 'b') {
            return Optional.empty();
        }
        int count = Math.ceilDiv(size, HiveData.SEGMENT);
        long list = HiveCells.position(bytes.getInt((int) head + 4)) + cells.headLength();
        if (!cells.take(list, (long) count * Integer.BYTES)) {
            return Optional.empty();
        }
        for (int i = 0; i < count; i++) {
            if (!cells.take(segment(cells, list, i), segmentLength(i))) {
                return Optional.empty();
            }
        }
        byte[] data = new byte[size];
        for (int i = 0; i < count; i++) {
            bytes.get((int) segment(cells, list, i), data, i * HiveData.SEGMENT, segmentLength(i));
        }
        return Optional.of(data);
    }

    private static long segment(HiveCells cells, long list, int number) {
        return HiveCells.position(cells.bytes().getInt((int) list + number * Integer.BYTES)) + cells.headLength();
    }

    private int segmentLength(int number) {
        return Math.min(HiveData.SEGMENT, size - number * HiveData.SEGMENT);
    }

    private static byte[] copy(HiveCells cells, int start, int length) {
        return Arrays.copyOfRange(cells.bytes().array(), start, start + length);
    }
}
