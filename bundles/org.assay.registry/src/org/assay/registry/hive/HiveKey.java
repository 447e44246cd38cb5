package org.assay.registry.hive;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.assay.registry.KeyTrait;
import org.assay.registry.encoding.FileTime;
import org.assay.registry.file.CorruptRecordException;

/**
 * A key node.
 *
 * @param name the key's name
 * @param lastWritten when the key was last changed
 * @param subkeyCount how many subkeys the node says it has, unsigned
 * @param subkeyList the offset of their list
 * @param valueCount how many values the node says it has, unsigned
 * @param valueList the offset of their list
 * @param classLength the length of the class name in bytes
 * @param className the offset of the class name
 * @param security the offset of the security descriptor
 * @param traits what else the node says of the key
 * @param tombstone whether the node only says that a layer below has this key and it is to be absent
 * @param position where the node is in the file, in bytes
 */
record HiveKey(String name, Optional<Instant> lastWritten, int subkeyCount, int subkeyList, int valueCount, int valueList, int classLength,
        int className, int security, Set<KeyTrait> traits, boolean tombstone, long position) {

    private static final int COMPRESSED_NAME = 0x20;
    /** The node stands for a predefined handle, which is kept in the number of values. */
    private static final int PREDEFINED_HANDLE = 0x40;
    private static final int NAME = 76;
    private static final int LAYERED_MINOR_VERSION = 6;

    static HiveKey read(HiveCells cells, int offset, int minorVersion) throws CorruptRecordException {
        HiveCells.Cell cell = cells.cell(offset, "A key");
        if (!cell.isMarked("nk")) {
            throw cell.damage("lacks the signature \"nk\".");
        }
        int flags = cell.u16(2);
        int nameLength = cell.u16(72);
        cell.claim(NAME + (long) nameLength);
        if (nameLength == 0) {
            throw cell.damage("has no name.");
        }
        int valueCount = (flags & PREDEFINED_HANDLE) != 0 ? 0 : cell.i32(36);
        int layer = minorVersion >= LAYERED_MINOR_VERSION ? cell.u8(13) : 0;
        boolean tombstone = KeyTrait.isTombstone(layer) && cell.i32(20) == 0 && valueCount == 0;
        return new HiveKey(HiveNames.read(cell, NAME, nameLength, (flags & COMPRESSED_NAME) != 0), FileTime.instant(cell.i64(4)),
                cell.i32(20), cell.i32(28), valueCount, cell.i32(40), cell.u16(74), cell.i32(48), cell.i32(44),
                KeyTrait.of(flags, layer), tombstone, cell.position());
    }
}
