package org.assay.registry.hive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.assay.registry.SecurityDescriptor;
import org.assay.registry.file.CorruptRecordException;

/** Reads the security descriptors of keys, each of them once however many keys share it. */
final class HiveSecurity {

    private static final int SIZE_FIELD = 16;
    private static final int DESCRIPTOR = 20;

    private final HiveCells cells;
    private final Map<Integer, Optional<SecurityDescriptor>> known = new HashMap<>();

    HiveSecurity(HiveCells cells) {
        this.cells = cells;
    }

    /**
     * The descriptor at an offset; empty when there is none.
     *
     * @throws CorruptRecordException when it cannot be read, the first time; then it is empty
     */
    Optional<SecurityDescriptor> read(int offset) throws CorruptRecordException {
        Optional<SecurityDescriptor> descriptor = offset == HiveCells.NONE ? Optional.empty() : known.get(offset);
        if (descriptor == null) {
            known.put(offset, Optional.empty());
            descriptor = Optional.of(descriptor(cells.cell(offset, "The security descriptor of a key")));
            known.put(offset, descriptor);
        }
        return descriptor;
    }

    private static SecurityDescriptor descriptor(HiveCells.Cell cell) throws CorruptRecordException {
        if (!cell.isMarked("sk")) {
            throw cell.damage("lacks the signature \"sk\".");
        }
        int size = cell.i32(SIZE_FIELD);
        cell.claim(DESCRIPTOR + Integer.toUnsignedLong(size));
        return new SecurityDescriptor(cell.bytes(DESCRIPTOR, size));
    }
}
