package org.assay.registry.hive;

import java.util.List;

import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryText;
import org.assay.registry.RegistryValue;
import org.assay.registry.file.CorruptRecordException;

/** Reads values with their data. */
final class HiveValues {

    private static final String VALUE = "A value";
    private static final int NAME_LENGTH = 2;
    private static final int SIZE = 4;
    private static final int FLAGS = 16;
    private static final int NAME = 20;
    private static final int COMPRESSED_NAME = 1;
    private static final int TOMBSTONE = 2;
    private static final int LAYERED_MINOR_VERSION = 6;

    private final HiveCells cells;
    private final int minorVersion;
    private final HiveData data;
    private final RegistrySink sink;

    HiveValues(HiveCells cells, int minorVersion, RegistrySink sink) {
        this.cells = cells;
        this.minorVersion = minorVersion;
        this.data = new HiveData(cells, minorVersion);
        this.sink = sink;
    }

    /** Gives the value at an offset to the sink. */
    void read(int offset, List<String> key) throws CorruptRecordException {
        HiveCells.Cell cell = cell(offset);
        if (minorVersion >= LAYERED_MINOR_VERSION && (cell.u16(FLAGS) & TOMBSTONE) != 0 && cell.i32(SIZE) == 0) {
            sink.deletedValue(key, name(cell));
        } else {
            sink.value(value(cell, key));
        }
    }

    /** The value at an offset, in a hive without layers. */
    RegistryValue value(int offset, List<String> key) throws CorruptRecordException {
        return value(cell(offset), key);
    }

    private HiveCells.Cell cell(int offset) throws CorruptRecordException {
        HiveCells.Cell cell = cells.cell(offset, VALUE);
        if (!cell.isMarked("vk")) {
            throw cell.damage("lacks the signature \"vk\".");
        }
        cell.claim(NAME + (long) cell.u16(NAME_LENGTH));
        return cell;
    }

    private static String name(HiveCells.Cell cell) throws CorruptRecordException {
        return HiveNames.read(cell, NAME, cell.u16(NAME_LENGTH), (cell.u16(FLAGS) & COMPRESSED_NAME) != 0);
    }

    private RegistryValue value(HiveCells.Cell cell, List<String> key) throws CorruptRecordException {
        String name = name(cell);
        return new RegistryValue(key, name, cell.i32(12), data(cell, cell.i32(SIZE), name));
    }

    private byte[] data(HiveCells.Cell cell, int size, String name) throws CorruptRecordException {
        try {
            return data.read(cell, size);
        } catch (CorruptRecordException e) {
            throw new CorruptRecordException(e.position(), "The value \"" + RegistryText.visible(name) + "\" is not read. "
                    + e.getMessage());
        }
    }
}
