package org.assay.registry.hive;

import java.util.List;

import org.assay.registry.RegistrySink;
import org.assay.registry.RegistryText;
import org.assay.registry.RegistryValue;
import org.assay.registry.file.CorruptRecordException;

/** Reads values with their data. */
final class HiveValues {

    private static final String VALUE = "A value";
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
        HiveCells.Cell cell = cells.cell(offset, VALUE);
        if (!cell.isMarked("vk")) {
            throw cell.damage("lacks the signature \"vk\".");
        }
        int nameLength = cell.u16(2);
        cell.claim(NAME + (long) nameLength);
        int flags = cell.u16(16);
        String name = HiveNames.read(cell, NAME, nameLength, (flags & COMPRESSED_NAME) != 0);
        int size = cell.i32(4);
        if (minorVersion >= LAYERED_MINOR_VERSION && (flags & TOMBSTONE) != 0 && size == 0) {
            sink.deletedValue(key, name);
        } else {
            sink.value(new RegistryValue(key, name, cell.i32(12), data(cell, size, name)));
        }
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
