package org.assay.registry.hive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.assay.registry.file.CorruptRecordException;
import org.assay.registry.header.BaseBlock;

/**
 * The bytes of a hive and the cells in them. Every access is checked against the file's size, and every byte that belongs to a record is
 * given out once only: so whatever a hive claims, the work for it and the memory it takes grow no faster than its size, and no chain of
 * records runs in a circle.
 */
final class HiveCells {

    /** An offset that points to nothing. */
    static final int NONE = -1;

    private static final int UNIT = 8;

    private final ByteBuffer bytes;
    private final CellClaims claims;
    private int headLength = Integer.BYTES;

    HiveCells(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.claims = new CellClaims(bytes.length / UNIT + 1);
    }

    /** The whole file. */
    ByteBuffer bytes() {
        return bytes;
    }

    int size() {
        return bytes.capacity();
    }

    /** Says that this hive has the cells of version 1.1, in which the offset of the cell before follows the size. */
    void useOldCells() {
        headLength = 2 * Integer.BYTES;
    }

    /** How many bytes of a cell come before its content. */
    int headLength() {
        return headLength;
    }

    /**
     * The size of a cell with its head in bytes, whether it is in use or not, as far as it is within the file; 0 when it begins beyond. The
     * head of a cell outlasts its being freed and joined with the one before.
     */
    long lengthOfCell(int offset) {
        long start = position(offset);
        return start + headLength > size() ? 0 : Math.min(Math.abs((long) bytes.getInt((int) start)), size() - start);
    }

    /** Takes bytes for one record, once and for all; false when they are not all in the file or any belongs to a record already. */
    boolean take(long start, long length) {
        return length >= 0 && start + length <= size() && claims.take((int) (start / UNIT), endOf(start + length));
    }

    private static int endOf(long position) {
        return (int) ((position + UNIT - 1) / UNIT);
    }

    /** Where a cell begins in the file, in bytes. */
    static long position(int offset) {
        return BaseBlock.SIZE + Integer.toUnsignedLong(offset);
    }

    /**
     * Finds an allocated cell.
     *
     * @param offset where it begins, in bytes from the end of the base block, unsigned
     * @param what names the record for the message, for example {@code "The value list"}
     */
    Cell cell(int offset, String what) throws CorruptRecordException {
        long start = position(offset);
        if (offset % UNIT != 0 || start + headLength > size()) {
            throw new CorruptRecordException(start, what + " has an invalid offset.");
        }
        int size = bytes.getInt((int) start);
        if (size >= 0) {
            throw new CorruptRecordException(start, what + " is in an unallocated cell.");
        }
        long end = start - size;
        if (end > size() || -(long) size < headLength) {
            throw new CorruptRecordException(start, what + " is in a cell with an invalid size.");
        }
        return new Cell((int) start, (int) end, what);
    }

    /** A cell; offsets in it count from the end of its head. */
    final class Cell {

        private final int start;
        private final int end;
        private final String what;

        private Cell(int start, int end, String what) {
            this.start = start;
            this.end = end;
            this.what = what;
        }

        /** Where the cell begins in the file, in bytes. */
        int position() {
            return start;
        }

        /** How many bytes of content fit into the cell. */
        int length() {
            return end - start - headLength;
        }

        int u8(int offset) throws CorruptRecordException {
            return bytes.get(checked(offset, Byte.BYTES)) & 0xff;
        }

        int u16(int offset) throws CorruptRecordException {
            return bytes.getShort(checked(offset, Short.BYTES)) & 0xffff;
        }

        int i32(int offset) throws CorruptRecordException {
            return bytes.getInt(checked(offset, Integer.BYTES));
        }

        long i64(int offset) throws CorruptRecordException {
            return bytes.getLong(checked(offset, Long.BYTES));
        }

        void copy(int offset, byte[] target, int targetStart, int length) throws CorruptRecordException {
            bytes.get(checked(offset, length), target, targetStart, length);
        }

        byte[] bytes(int offset, int length) throws CorruptRecordException {
            int from = checked(offset, length);
            byte[] copy = new byte[length];
            bytes.get(from, copy);
            return copy;
        }

        boolean isMarked(String signature) throws CorruptRecordException {
            return u8(0) == signature.charAt(0) && u8(1) == signature.charAt(1);
        }

        /** Takes the first bytes of the content for one record, once and for all. */
        void claim(long length) throws CorruptRecordException {
            if (length > length()) {
                throw new CorruptRecordException(start, what + " is larger than its cell.");
            }
            if (!HiveCells.this.take(start, headLength + length)) {
                throw new CorruptRecordException(start, what + " overlaps a record that was read before.");
            }
        }

        CorruptRecordException damage(String why) {
            return new CorruptRecordException(start, what + " " + why);
        }

        private int checked(int offset, int length) throws CorruptRecordException {
            if (offset < 0 || length < 0 || (long) offset + length > length()) {
                throw new CorruptRecordException(start, what + " is larger than its cell.");
            }
            return start + headLength + offset;
        }
    }
}
