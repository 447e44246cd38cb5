package org.assay.registry.hive;

import java.util.ArrayList;
import java.util.List;

import org.assay.registry.file.CorruptRecordException;

/** Reads a value's data: in the value's own record, in one cell, or in segments. */
final class HiveData {

    private static final String DATA = "The data of a value";
    private static final int INLINE = 0x8000_0000;
    private static final int MAX_INLINE = 4;
    private static final int SIZE_FIELD = 4;
    private static final int DATA_FIELD = 8;
    /** The last version that keeps data of any size in one cell. */
    private static final int LAST_WITHOUT_SEGMENTS = 3;
    /** How many bytes of data a segment holds, except the last one. */
    static final int SEGMENT = 16_344;

    private final HiveCells cells;
    private final int minorVersion;

    HiveData(HiveCells cells, int minorVersion) {
        this.cells = cells;
        this.minorVersion = minorVersion;
    }

    /**
     * Reads the data of a value.
     *
     * @param value the value's record
     * @param size the data size as the record has it
     */
    byte[] read(HiveCells.Cell value, int size) throws CorruptRecordException {
        if ((size & INLINE) != 0) {
            int length = size & ~INLINE;
            if (length > MAX_INLINE) {
                throw value.damage("claims to hold " + length + " bytes of inline data, of which " + MAX_INLINE
                        + " fit (size at offset " + SIZE_FIELD + ").");
            }
            return value.bytes(DATA_FIELD, length);
        }
        if (size == 0) {
            return new byte[0];
        }
        HiveCells.Cell cell = cells.cell(value.i32(DATA_FIELD), DATA);
        if (isSegmented(minorVersion, size)) {
            return segments(cell, size);
        }
        cell.claim(size);
        return cell.bytes(0, size);
    }

    /** Whether data of this size is kept in segments. */
    static boolean isSegmented(int minorVersion, int size) {
        return minorVersion > LAST_WITHOUT_SEGMENTS && size > SEGMENT;
    }

    private byte[] segments(HiveCells.Cell head, int size) throws CorruptRecordException {
        if (!head.isMarked("db")) {
            throw head.damage("is larger than one segment but is not segmented.");
        }
        int count = head.u16(2);
        int needed = Math.ceilDiv(size, SEGMENT);
        if (count < needed) {
            throw head.damage("has " + count + " segments where its size of " + size + " bytes needs " + needed + ".");
        }
        head.claim(DATA_FIELD);
        HiveCells.Cell list = cells.cell(head.i32(4), "The segment list of a value's data");
        list.claim((long) needed * Integer.BYTES);
        List<HiveCells.Cell> segments = new ArrayList<>();
        for (int i = 0; i < needed; i++) {
            HiveCells.Cell segment = cells.cell(list.i32(i * Integer.BYTES), "A segment of a value's data");
            segment.claim(Math.min(SEGMENT, size - i * SEGMENT));
            segments.add(segment);
        }
        byte[] data = new byte[size];
        for (int i = 0; i < needed; i++) {
            segments.get(i).copy(0, data, i * SEGMENT, Math.min(SEGMENT, size - i * SEGMENT));
        }
        return data;
    }
}
