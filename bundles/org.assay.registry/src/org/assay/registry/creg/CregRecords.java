package org.assay.registry.creg;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.assay.registry.file.CheckedBytes;
import org.assay.registry.file.CorruptRecordException;

/**
 * The records that hold a key's name and values. They lie in blocks marked RGDB and are found by a number that consists of the block's
 * number and a number within the block. Each is given out once only, so whatever a file claims, the work for it grows no faster than its
 * size.
 */
final class CregRecords {

    /** The size of the head of every block and the place of the first one. */
    static final int HEAD = 32;

    /** The number of a record that is not in use, and of a key without a record. */
    static final int NONE = -1;

    private static final String SIGNATURE = "RGDB";
    private static final int PAGE = 4096;
    private static final int BLOCKS_OFFSET = 8;
    private static final int COUNT_OFFSET = 16;
    private static final int SIZE_OFFSET = 4;
    private static final int NUMBER_OFFSET = 14;
    private static final int ID_OFFSET = 4;
    /** Size, number, used size, length of the name, number of values and a reserved word. */
    static final int RECORD_HEAD = 20;

    private final CheckedBytes bytes;
    private final CregProblems problems;
    private final BitSet given = new BitSet();
    /** The number in the upper half, the position in the file in the lower one, sorted. */
    private long[] index = new long[256];
    private int count;

    private CregRecords(CheckedBytes bytes, CregProblems problems) {
        this.bytes = bytes;
        this.problems = problems;
    }

    static CregRecords of(CheckedBytes bytes, CregProblems problems) {
        CregRecords records = new CregRecords(bytes, problems);
        try {
            records.findBlocks(bytes.u32(BLOCKS_OFFSET), bytes.u16(COUNT_OFFSET));
        } catch (CorruptRecordException e) {
            problems.damaged(e, List.of());
        }
        records.sort();
        return records;
    }

    /**
     * Where the record with this number is in the file.
     *
     * @param key where the key that asks is in the file, for the message
     */
    long take(int id, long key) throws CorruptRecordException {
        int found = Arrays.binarySearch(index, 0, count, entry(id, 0));
        int at = found < 0 ? -found - 1 : found;
        if (at == count || idOf(index[at]) != id) {
            throw new CorruptRecordException(key,
                    "The record with a key's name and values is missing; the key and everything below it are not read.");
        }
        if (given.get(at)) {
            throw new CorruptRecordException(key,
                    "A key refers to the record of a key that was read before; it and everything below it are not read.");
        }
        given.set(at);
        return index[at] & 0xffff_ffffL;
    }

    /** Reports the records that belong to no key of the tree. */
    void reportRest() {
        int rest = count - given.cardinality();
        if (rest > 0) {
            problems.damaged(index[given.nextClearBit(0)] & 0xffff_ffffL, "Key records that belong to no key that was read: " + rest
                    + ", the first one here.", List.of());
        }
    }

    private void findBlocks(long first, int blocks) throws CorruptRecordException {
        long position = first;
        int found = 0;
        while (found < blocks && position + HEAD <= bytes.size()) {
            long size = bytes.isMarked(position, SIGNATURE) ? bytes.u32(position + SIZE_OFFSET) : 0;
            if (size >= HEAD) {
                readBlock(position, Math.min(position + size, bytes.size()));
                position += size;
                found++;
            } else {
                long next = nextBlock(position);
                problems.damaged(position, "The " + (next - position) + " bytes from here on are not a valid record block (RGDB).",
                        List.of());
                position = next;
            }
        }
        if (position > bytes.size() || found < blocks) {
            problems.damaged(bytes.size(), "Of the " + blocks + " record blocks that the header counts, " + found
                    + " valid ones start before the end of the file; it may be truncated.", List.of());
        } else if (position < bytes.size()) {
            problems.damaged(position, "The " + (bytes.size() - position) + " bytes from here on follow the last of the " + blocks
                    + " record blocks that the header counts and are not read.", List.of());
        }
    }

    /** Blocks begin 32 bytes after a multiple of 4096. */
    private long nextBlock(long position) {
        long next = Math.max(0, position - HEAD) / PAGE * PAGE + HEAD;
        do {
            next += PAGE;
        } while (next < bytes.size() && !bytes.isMarked(next, SIGNATURE));
        return Math.min(next, bytes.size());
    }

    private void readBlock(long start, long end) throws CorruptRecordException {
        int number = bytes.u16(start + NUMBER_OFFSET);
        long position = start + HEAD;
        while (position + RECORD_HEAD <= end) {
            long size = bytes.u32(position);
            if (size < RECORD_HEAD && bytes.i32(position + ID_OFFSET) != NONE || size == 0 || position + size > end) {
                problems.damaged(position, "A record has an invalid size; it and the rest of its block are not read.", List.of());
                return;
            }
            int id = bytes.i32(position + ID_OFFSET);
            if (id != NONE) {
                if (id >>> Short.SIZE != number) {
                    problems.damaged(position, "A record claims to be in block " + (id >>> Short.SIZE)
                            + " but is in block " + number + ".", List.of());
                }
                add(id, position);
            }
            position += size;
        }
    }

    private void add(int id, long position) {
        if (count == index.length) {
            index = Arrays.copyOf(index, 2 * count);
        }
        index[count++] = entry(id, position);
    }

    private void sort() {
        Arrays.sort(index, 0, count);
        for (int i = 1; i < count; i++) {
            if (idOf(index[i]) == idOf(index[i - 1])) {
                problems.damaged(index[i] & 0xffff_ffffL, "A record has the same number as an earlier one and is not read.", List.of());
            }
        }
    }

    private static long entry(int id, long position) {
        return (long) id << Integer.SIZE | position;
    }

    private static int idOf(long entry) {
        return (int) (entry >> Integer.SIZE);
    }
}
