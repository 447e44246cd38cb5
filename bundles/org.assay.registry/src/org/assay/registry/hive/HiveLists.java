package org.assay.registry.hive;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

import org.assay.registry.file.CorruptRecordException;

/** Reads the lists of a key: its subkeys in leaves under an optional index root, and its values. What is missing from one is reported. */
final class HiveLists {

    private static final String SUBKEYS = "The subkey list";
    private static final int HEAD = 4;

    private final HiveCells cells;
    private final BiConsumer<CorruptRecordException, List<String>> problems;

    HiveLists(HiveCells cells, BiConsumer<CorruptRecordException, List<String>> problems) {
        this.cells = cells;
        this.problems = problems;
    }

    /** The offsets of a key's subkeys, as many as can be read. */
    int[] subkeys(HiveKey key, List<String> path) {
        if (key.subkeyCount() == 0) {
            return new int[0];
        }
        int[] found = guarded(path, () -> subkeyList(key.subkeyList(), path, true));
        if (found.length != key.subkeyCount()) {
            problems.accept(new CorruptRecordException(key.position(), "The key claims to have "
                    + Integer.toUnsignedString(key.subkeyCount())
                    + " subkeys, but " + found.length + " were found."), path);
        }
        return found;
    }

    /** The offsets of a key's values, as many as can be read. */
    int[] values(HiveKey key, List<String> path) {
        if (key.valueCount() == 0) {
            return new int[0];
        }
        return guarded(path, () -> {
            HiveCells.Cell cell = cells.cell(key.valueList(), "The value list");
            int fitting = fitting(cell, Integer.toUnsignedLong(key.valueCount()), 0, Integer.BYTES, path);
            return elements(cell, fitting, 0, Integer.BYTES);
        });
    }

    private int[] subkeyList(int offset, List<String> path, boolean first) throws CorruptRecordException {
        HiveCells.Cell cell = cells.cell(offset, SUBKEYS);
        boolean hashed = cell.isMarked("lf") || cell.isMarked("lh");
        boolean root = first && cell.isMarked("ri");
        if (!hashed && !root && !cell.isMarked("li")) {
            throw cell.damage("lacks the signature of such a list.");
        }
        int stride = hashed ? 2 * Integer.BYTES : Integer.BYTES;
        int[] elements = elements(cell, fitting(cell, cell.u16(2), HEAD, stride, path), HEAD, stride);
        return root ? leaves(elements, path) : elements;
    }

    private int[] leaves(int[] offsets, List<String> path) {
        int[] all = new int[0];
        int size = 0;
        for (int offset : offsets) {
            int[] leaf = guarded(path, () -> subkeyList(offset, path, false));
            if (size + leaf.length > all.length) {
                all = Arrays.copyOf(all, Math.max(size + leaf.length, 2 * all.length));
            }
            System.arraycopy(leaf, 0, all, size, leaf.length);
            size += leaf.length;
        }
        return Arrays.copyOf(all, size);
    }

    /** How many elements the cell has room for; those beyond are reported. */
    private int fitting(HiveCells.Cell cell, long count, int head, int stride, List<String> path) {
        long room = Math.max(0, cell.length() - head) / stride;
        if (count > room) {
            problems.accept(cell.damage("claims " + count + " elements, but only " + room + " fit into its cell."), path);
        }
        return (int) Math.min(count, room);
    }

    private static int[] elements(HiveCells.Cell cell, int count, int head, int stride) throws CorruptRecordException {
        cell.claim(head + (long) count * stride);
        int[] elements = new int[count];
        for (int i = 0; i < count; i++) {
            elements[i] = cell.i32(head + i * stride);
        }
        return elements;
    }

    private interface Reading {
        int[] read() throws CorruptRecordException;
    }

    private int[] guarded(List<String> path, Reading reading) {
        try {
            return reading.read();
        } catch (CorruptRecordException e) {
            problems.accept(e, path);
            return new int[0];
        }
    }
}
