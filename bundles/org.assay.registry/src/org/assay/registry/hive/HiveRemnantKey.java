package org.assay.registry.hive;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.registry.KeyTrait;
import org.assay.registry.encoding.FileTime;

/**
 * What is left of a key node. Any bytes may look like one, so every field must be plausible.
 *
 * @param name the key's name
 * @param root whether it was a root key
 * @param parent the offset of the key above
 * @param lastWritten when the key was last changed
 * @param valueCount how many values it had
 * @param valueList the offset of their list
 * @param position where the record is in the file, in bytes
 */
record HiveRemnantKey(String name, boolean root, int parent, Optional<Instant> lastWritten, int valueCount, int valueList, long position) {

    private static final int NAME = 76;
    /** Twice the 255 characters that Windows allows ("Registry Element Size Limits"). */
    private static final int MAX_NAME = 510;
    private static final int UNKNOWN_FLAGS = 0x0c00;
    private static final int ROOT = 0x04;
    private static final int COMPRESSED_NAME = 0x20;
    private static final Instant FIRST_TIME = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("2100-01-01T00:00:00Z");

    /** The key whose cell began at this offset, if it looks like one and lies in unused space, which it then uses. */
    static Optional<HiveRemnantKey> at(HiveCells cells, int offset) {
        ByteBuffer bytes = cells.bytes();
        int start = (int) HiveCells.position(offset) + cells.headLength();
        if (start + NAME > cells.size() || bytes.get(start) != 'n' || bytes.get(start + 1) != 'k') {
            return Optional.empty();
        }
        int flags = bytes.getShort(start + 2);
        int nameLength = bytes.getShort(start + 72) & 0xffff;
        Optional<Instant> time = FileTime.instant(bytes.getLong(start + 4));
        boolean plausible = (flags & UNKNOWN_FLAGS) == 0 && nameLength > 0 && nameLength <= MAX_NAME && isPlausible(time)
                && isOffset(cells, bytes.getInt(start + 16)) && isOffset(cells, bytes.getInt(start + 28))
                && isOffset(cells, bytes.getInt(start + 40)) && isOffset(cells, bytes.getInt(start + 44))
                && Integer.toUnsignedLong(bytes.getInt(start + 20)) < cells.size() && bytes.getShort(start + 74) % 2 == 0;
        if (!plausible) {
            return Optional.empty();
        }
        boolean counted = (flags & KeyTrait.PREDEFINED_HANDLE.flag()) == 0;
        return HiveNames.plausible(cells, start + NAME, nameLength, (flags & COMPRESSED_NAME) != 0)
                .filter(_ -> cells.take(start, NAME + nameLength))
                .map(name -> new HiveRemnantKey(name, (flags & ROOT) != 0, bytes.getInt(start + 16), time,
                        counted ? bytes.getInt(start + 36) : 0, bytes.getInt(start + 40), HiveCells.position(offset)));
    }

    private static boolean isPlausible(Optional<Instant> time) {
        return time.map(at -> at.isAfter(FIRST_TIME) && at.isBefore(LAST_TIME)).orElse(true);
    }

    private static boolean isOffset(HiveCells cells, int offset) {
        return offset == HiveCells.NONE || offset % Long.BYTES == 0 && HiveCells.position(offset) < cells.size();
    }

    /** The offsets in the key's list of values, if that lies in unused space. */
    List<Integer> values(HiveCells cells) {
        List<Integer> offsets = new ArrayList<>();
        long start = HiveCells.position(valueList) + cells.headLength();
        if (valueCount > 0 && valueList != HiveCells.NONE && cells.take(start, (long) valueCount * Integer.BYTES)) {
            for (int i = 0; i < valueCount; i++) {
                offsets.add(cells.bytes().getInt((int) start + i * Integer.BYTES));
            }
        }
        return offsets;
    }
}
