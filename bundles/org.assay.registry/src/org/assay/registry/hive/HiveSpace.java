package org.assay.registry.hive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.assay.registry.file.CorruptRecordException;
import org.assay.registry.header.BaseBlock;
import org.assay.registry.header.HiveBins;

/**
 * The cells of a hive that is changed: taken into use, freed, read and written (M. Suhanov, "Windows registry file format specification",
 * sections Hive bin and Cell). Cells are found by going through the bins, so that an offset into the middle of one, where a hostile hive
 * may have put what looks like a record, is refused.
 */
final class HiveSpace {

    private static final int UNIT = 8;
    private static final int HEAD = Integer.BYTES;
    private static final int BIN_HEAD = 32;
    private static final int PAGE = 4096;
    /** A hive that is larger is not changed: Windows itself holds none beyond 2 GiB. */
    private static final int MAX_SIZE = Integer.MAX_VALUE - (1 << 20);

    private final BitSet starts = new BitSet();
    /** The sizes of cells that are not in use, by their offsets. */
    private final NavigableMap<Integer, Integer> unused = new TreeMap<>();
    private final long time;
    private ByteBuffer bytes;
    private int end;

    /**
     * @param hive all bytes; they stay as they are
     * @param time what new bins say of when they were made, as Windows keeps times
     */
    HiveSpace(byte[] hive, long binsSize, long time) throws CorruptRecordException {
        if (BaseBlock.SIZE + binsSize > hive.length) {
            throw new CorruptRecordException(hive.length, "The file ends before its bins do.");
        }
        this.bytes = buffer(hive.clone());
        this.end = (int) (BaseBlock.SIZE + binsSize);
        this.time = time;
        long size;
        for (int bin = BaseBlock.SIZE; bin < end; bin += (int) size) {
            size = HiveBins.sizeOfBin(bytes, bin, end);
            if (size == 0) {
                throw new CorruptRecordException(bin, "There is no valid bin here.");
            }
            cellsOf(bin, (int) (bin + size));
        }
    }

    private void cellsOf(int bin, int binEnd) throws CorruptRecordException {
        int at = bin + BIN_HEAD;
        while (at < binEnd) {
            int head = bytes.getInt(at);
            long size = Math.abs((long) head);
            if (size < UNIT || size % UNIT != 0 || at + size > binEnd) {
                throw new CorruptRecordException(at, "A cell has an invalid size.");
            }
            starts.set((at - BaseBlock.SIZE) / UNIT);
            if (head > 0) {
                unused.put(at - BaseBlock.SIZE, head);
            }
            at += (int) size;
        }
    }

    /** All bytes. */
    byte[] bytes() {
        return bytes.array();
    }

    /** Where the bins end, in bytes from the end of the base block. */
    int binsSize() {
        return end - BaseBlock.SIZE;
    }

    /** Takes a cell for so many bytes of content, all of them 0, into use and gives its offset. */
    int allocate(int length) throws CorruptRecordException {
        int needed = Math.ceilDiv(HEAD + length, UNIT) * UNIT;
        int offset = unused.entrySet().stream().filter(cell -> cell.getValue() >= needed).min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey).orElse(HiveCells.NONE);
        if (offset == HiveCells.NONE) {
            offset = newBin(needed);
        }
        int size = unused.remove(offset);
        if (size > needed) {
            setUnused(offset + needed, size - needed);
        }
        int at = BaseBlock.SIZE + offset;
        bytes.putInt(at, -needed);
        Arrays.fill(bytes.array(), at + HEAD, at + needed, (byte) 0);
        return offset;
    }

    /** Adds a bin with one unused cell, of at least so many bytes, and gives its offset. */
    private int newBin(int needed) throws CorruptRecordException {
        int size = Math.ceilDiv(needed + BIN_HEAD, PAGE) * PAGE;
        if (end > MAX_SIZE - size) {
            throw new CorruptRecordException(end, "The hive cannot grow any more.");
        }
        int bin = end;
        if (bytes.capacity() < bin + size) {
            bytes = buffer(Arrays.copyOf(bytes.array(), bin + size));
        }
        end = bin + size;
        Arrays.fill(bytes.array(), bin, end, (byte) 0);
        bytes.put(bin, "hbin".getBytes(StandardCharsets.US_ASCII)).putInt(bin + 4, bin - BaseBlock.SIZE).putInt(bin + 8, size)
                .putLong(bin + 20, time);
        int offset = bin + BIN_HEAD - BaseBlock.SIZE;
        setUnused(offset, size - BIN_HEAD);
        return offset;
    }

    /** Frees a cell; what is in it stays, as Windows leaves it. */
    void free(int offset) throws CorruptRecordException {
        at(offset, 0, 0);
        int from = offset;
        int size = -bytes.getInt(BaseBlock.SIZE + offset);
        Integer next = unused.remove(offset + size);
        if (next != null) {
            starts.clear((offset + size) / UNIT);
            size += next;
        }
        // Between two bins lies the head of the second, so that cells of different bins never touch.
        Map.Entry<Integer, Integer> before = unused.floorEntry(offset);
        if (before != null && before.getKey() + before.getValue() == offset) {
            starts.clear(offset / UNIT);
            from = before.getKey();
            size += before.getValue();
        }
        setUnused(from, size);
    }

    private void setUnused(int offset, int size) {
        starts.set(offset / UNIT);
        unused.put(offset, size);
        bytes.putInt(BaseBlock.SIZE + offset, size);
    }

    /** Whether a cell that is in use begins there. */
    boolean isInUse(int offset) {
        return offset >= 0 && offset % UNIT == 0 && offset < binsSize() && starts.get(offset / UNIT) && !unused.containsKey(offset);
    }

    /** How many bytes of content fit into the cell. */
    int length(int offset) throws CorruptRecordException {
        return -bytes.getInt(at(offset, 0, 0) - HEAD) - HEAD;
    }

    int u16(int offset, int field) throws CorruptRecordException {
        return bytes.getShort(at(offset, field, Short.BYTES)) & 0xffff;
    }

    int i32(int offset, int field) throws CorruptRecordException {
        return bytes.getInt(at(offset, field, Integer.BYTES));
    }

    byte[] copy(int offset, int field, int length) throws CorruptRecordException {
        int from = at(offset, field, length);
        return Arrays.copyOfRange(bytes.array(), from, from + length);
    }

    boolean isMarked(int offset, String signature) throws CorruptRecordException {
        return new String(copy(offset, 0, 2), StandardCharsets.ISO_8859_1).equals(signature);
    }

    void mark(int offset, String signature) throws CorruptRecordException {
        put(offset, 0, signature.getBytes(StandardCharsets.ISO_8859_1));
    }

    void putU16(int offset, int field, int number) throws CorruptRecordException {
        bytes.putShort(at(offset, field, Short.BYTES), (short) number);
    }

    void put(int offset, int field, int number) throws CorruptRecordException {
        bytes.putInt(at(offset, field, Integer.BYTES), number);
    }

    void put(int offset, int field, byte[] content) throws CorruptRecordException {
        bytes.put(at(offset, field, content.length), content);
    }

    /** Says that the key or the bin was changed now. */
    void stamp(int offset, int field) throws CorruptRecordException {
        bytes.putLong(at(offset, field, Long.BYTES), time);
    }

    private int at(int offset, int field, int length) throws CorruptRecordException {
        if (!isInUse(offset)) {
            throw new CorruptRecordException(HiveCells.position(offset), "A record is not in a cell of its own.");
        }
        int start = BaseBlock.SIZE + offset;
        if (field < 0 || length < 0 || (long) field + length > -(long) bytes.getInt(start) - HEAD) {
            throw new CorruptRecordException(start, "A record is larger than its cell.");
        }
        return start + HEAD + field;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
