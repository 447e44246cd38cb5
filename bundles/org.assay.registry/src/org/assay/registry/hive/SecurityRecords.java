package org.assay.registry.hive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.assay.registry.file.CorruptRecordException;

/**
 * The security descriptors of a hive, each of which knows how many keys share it, in a ring (M. Suhanov, "Windows registry file format
 * specification", section Key security).
 */
final class SecurityRecords {

    private static final int NEXT = 4;
    private static final int PREVIOUS = 8;
    private static final int COUNT = 12;
    private static final int SIZE = 16;
    private static final int DESCRIPTOR = 20;
    /** Far more than any real hive has; a ring of a hostile hive may not lead back to where it began. */
    private static final int MAX_COUNT = 1_000_000;

    private final HiveSpace space;

    SecurityRecords(HiveSpace space) {
        this.space = space;
    }

    /** All descriptors of the hive; {@code key} is any key of it. */
    List<byte[]> all(int key) throws CorruptRecordException {
        int first = space.i32(key, KeyNode.SECURITY);
        List<byte[]> all = new ArrayList<>();
        for (int record = first; record != HiveCells.NONE; record = next(record, first, all.size())) {
            all.add(space.copy(record, DESCRIPTOR, space.i32(record, SIZE)));
        }
        return all;
    }

    /** Gives a key that has none a descriptor: that of {@code other}, a key of the hive, or one of its own. */
    void give(int key, int other, byte[] descriptor) throws CorruptRecordException {
        int first = space.i32(other, KeyNode.SECURITY);
        if (first == HiveCells.NONE) {
            return;
        }
        int record = descriptor.length == 0 ? first : find(first, descriptor);
        if (record == HiveCells.NONE) {
            record = create(first, descriptor);
        }
        space.put(record, COUNT, space.i32(record, COUNT) + 1);
        space.put(key, KeyNode.SECURITY, record);
    }

    /** Takes the descriptor from a key that goes. */
    void take(int key) throws CorruptRecordException {
        int record = space.i32(key, KeyNode.SECURITY);
        if (record == HiveCells.NONE) {
            return;
        }
        int count = space.i32(record, COUNT) - 1;
        space.put(record, COUNT, count);
        if (count == 0) {
            space.put(space.i32(record, PREVIOUS), NEXT, space.i32(record, NEXT));
            space.put(space.i32(record, NEXT), PREVIOUS, space.i32(record, PREVIOUS));
            space.free(record);
        }
        space.put(key, KeyNode.SECURITY, HiveCells.NONE);
    }

    private int find(int first, byte[] descriptor) throws CorruptRecordException {
        int count = 0;
        int record = first;
        while (record != HiveCells.NONE && !Arrays.equals(descriptor, space.copy(record, DESCRIPTOR, space.i32(record, SIZE)))) {
            record = next(record, first, count++);
        }
        return record;
    }

    /** The one behind a record in the ring that begins with {@code first}; none at its end. */
    private int next(int record, int first, int count) throws CorruptRecordException {
        if (count > MAX_COUNT) {
            throw new CorruptRecordException(HiveCells.position(first), "The ring of security descriptors has no end.");
        }
        int next = space.i32(record, NEXT);
        return next == first ? HiveCells.NONE : next;
    }

    private int create(int neighbour, byte[] descriptor) throws CorruptRecordException {
        int record = space.allocate(DESCRIPTOR + descriptor.length);
        int next = space.i32(neighbour, NEXT);
        space.mark(record, "sk");
        space.put(record, NEXT, next);
        space.put(record, PREVIOUS, neighbour);
        space.put(record, SIZE, descriptor.length);
        space.put(record, DESCRIPTOR, descriptor);
        space.put(next, PREVIOUS, record);
        space.put(neighbour, NEXT, record);
        return record;
    }
}
