package org.assay.registry.hive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.assay.registry.file.CorruptRecordException;

/** The values of a key, changed (M. Suhanov, "Windows registry file format specification", sections Key value, Values list, Big data). */
final class ValueRecords {

    private static final int NAME_LENGTH = 2;
    private static final int SIZE = 4;
    private static final int DATA = 8;
    private static final int TYPE = 12;
    private static final int FLAGS = 16;
    private static final int NAME = 20;
    private static final int COMPRESSED_NAME = 1;
    private static final int INLINE = 0x8000_0000;
    private static final int MAX_INLINE = 4;
    private static final int SEGMENTS_HEAD = 8;
    private static final int SEGMENT_COUNT = 2;
    private static final int SEGMENT_LIST = 4;

    private final HiveSpace space;
    private final int minorVersion;

    ValueRecords(HiveSpace space, int minorVersion) {
        this.space = space;
        this.minorVersion = minorVersion;
    }

    /** The offsets of a key's values. */
    List<Integer> values(int key) throws CorruptRecordException {
        List<Integer> values = new ArrayList<>();
        for (int left = space.i32(key, KeyNode.VALUE_COUNT); left > 0; left--) {
            values.add(space.i32(space.i32(key, KeyNode.VALUE_LIST), values.size() * Integer.BYTES));
        }
        return values;
    }

    CellName name(int value) throws CorruptRecordException {
        return CellName.read(space, value, NAME, space.u16(value, NAME_LENGTH), (space.u16(value, FLAGS) & COMPRESSED_NAME) != 0);
    }

    /** A new value without data, in the key's list. */
    int create(int key, CellName name) throws CorruptRecordException {
        byte[] bytes = name.bytes();
        int value = space.allocate(NAME + bytes.length);
        space.mark(value, "vk");
        space.putU16(value, NAME_LENGTH, bytes.length);
        space.put(value, SIZE, INLINE);
        space.putU16(value, FLAGS, bytes.length > 0 && name.isCompressed() ? COMPRESSED_NAME : 0);
        space.put(value, NAME, bytes);
        List<Integer> values = values(key);
        values.add(value);
        link(key, values);
        KeyNode.raise(space, key, KeyNode.MAX_VALUE_NAME, 2 * name.text().length());
        return value;
    }

    void remove(int key, int value) throws CorruptRecordException {
        List<Integer> values = values(key);
        values.remove(Integer.valueOf(value));
        link(key, values);
        freeData(value);
        space.free(value);
    }

    /** Gives a value of a key another type and other data. */
    void put(int key, int value, int type, byte[] data) throws CorruptRecordException {
        freeData(value);
        space.put(value, TYPE, type);
        if (data.length <= MAX_INLINE) {
            space.put(value, SIZE, INLINE | data.length);
            space.put(value, DATA, Arrays.copyOf(data, MAX_INLINE));
        } else {
            space.put(value, DATA, HiveData.isSegmented(minorVersion, data.length) ? segments(data) : cell(data));
            space.put(value, SIZE, data.length);
        }
        KeyNode.raise(space, key, KeyNode.MAX_VALUE_DATA, data.length);
    }

    private int cell(byte[] data) throws CorruptRecordException {
        int cell = space.allocate(data.length);
        space.put(cell, 0, data);
        return cell;
    }

    private int segments(byte[] data) throws CorruptRecordException {
        int count = Math.ceilDiv(data.length, HiveData.SEGMENT);
        int list = space.allocate(count * Integer.BYTES);
        for (int at = 0; at < count; at++) {
            int from = at * HiveData.SEGMENT;
            int segment = space.allocate(HiveData.SEGMENT);
            space.put(segment, 0, Arrays.copyOfRange(data, from, Math.min(data.length, from + HiveData.SEGMENT)));
            space.put(list, at * Integer.BYTES, segment);
        }
        int head = space.allocate(SEGMENTS_HEAD);
        space.mark(head, "db");
        space.putU16(head, SEGMENT_COUNT, count);
        space.put(head, SEGMENT_LIST, list);
        return head;
    }

    private void freeData(int value) throws CorruptRecordException {
        int size = space.i32(value, SIZE);
        if ((size & INLINE) == 0 && size > 0) {
            int data = space.i32(value, DATA);
            if (HiveData.isSegmented(minorVersion, size)) {
                int list = space.i32(data, SEGMENT_LIST);
                for (int at = space.u16(data, SEGMENT_COUNT) - 1; at >= 0; at--) {
                    space.free(space.i32(list, at * Integer.BYTES));
                }
                space.free(list);
            }
            space.free(data);
        }
        space.put(value, SIZE, INLINE);
    }

    /** Writes the list anew, in its cell where that has room. */
    private void link(int key, List<Integer> values) throws CorruptRecordException {
        int list = space.i32(key, KeyNode.VALUE_COUNT) > 0 ? space.i32(key, KeyNode.VALUE_LIST) : HiveCells.NONE;
        int length = values.size() * Integer.BYTES;
        if (list != HiveCells.NONE && (values.isEmpty() || space.length(list) < length)) {
            space.free(list);
            list = HiveCells.NONE;
        }
        if (list == HiveCells.NONE && !values.isEmpty()) {
            list = space.allocate(length);
        }
        for (int at = 0; at < values.size(); at++) {
            space.put(list, at * Integer.BYTES, values.get(at));
        }
        space.put(key, KeyNode.VALUE_LIST, list);
        space.put(key, KeyNode.VALUE_COUNT, values.size());
    }
}
