package org.assay.registry.hive;

import org.assay.registry.encoding.Utf16;
import org.assay.registry.file.CorruptRecordException;

/** Where the fields of a key node are in its cell, and a new one (M. Suhanov, "Windows registry file format specification", section Key
 * node). */
final class KeyNode {

    static final int LAST_WRITTEN = 4;
    static final int PARENT = 16;
    static final int SUBKEY_COUNT = 20;
    static final int SUBKEY_LIST = 28;
    static final int VALUE_COUNT = 36;
    static final int VALUE_LIST = 40;
    static final int SECURITY = 44;
    static final int CLASS_NAME = 48;
    static final int MAX_VALUE_NAME = 60;
    static final int MAX_VALUE_DATA = 64;
    static final int CLASS_LENGTH = 74;

    private static final int FLAGS = 2;
    private static final int VOLATILE_LIST = 32;
    /** 16 bits since Windows Vista, which keeps other things behind them. */
    private static final int MAX_SUBKEY_NAME = 52;
    private static final int MAX_CLASS_LENGTH = 56;
    private static final int NAME_LENGTH = 72;
    private static final int NAME = 76;
    private static final int COMPRESSED_NAME = 0x20;

    private KeyNode() {
    }

    static CellName name(HiveSpace space, int key) throws CorruptRecordException {
        if (!space.isMarked(key, "nk")) {
            throw new CorruptRecordException(HiveCells.position(key), "A key lacks the signature \"nk\".");
        }
        return CellName.read(space, key, NAME, space.u16(key, NAME_LENGTH), (space.u16(key, FLAGS) & COMPRESSED_NAME) != 0);
    }

    /** A new key below {@code parent}, without content and security, which no list has yet. */
    static int create(HiveSpace space, int parent, CellName name, String className) throws CorruptRecordException {
        byte[] bytes = name.bytes();
        int key = space.allocate(NAME + bytes.length);
        space.mark(key, "nk");
        space.putU16(key, FLAGS, name.isCompressed() ? COMPRESSED_NAME : 0);
        space.stamp(key, LAST_WRITTEN);
        space.put(key, PARENT, parent);
        for (int list : new int[] {SUBKEY_LIST, VOLATILE_LIST, VALUE_LIST, SECURITY, CLASS_NAME}) {
            space.put(key, list, HiveCells.NONE);
        }
        space.putU16(key, NAME_LENGTH, bytes.length);
        space.put(key, NAME, bytes);
        if (!className.isEmpty()) {
            byte[] spelled = Utf16.encode(className);
            int cell = space.allocate(spelled.length);
            space.put(cell, 0, spelled);
            space.put(key, CLASS_NAME, cell);
            space.putU16(key, CLASS_LENGTH, spelled.length);
        }
        space.putU16(parent, MAX_SUBKEY_NAME, Math.max(space.u16(parent, MAX_SUBKEY_NAME), 2 * name.text().length()));
        raise(space, parent, MAX_CLASS_LENGTH, 2 * className.length());
        return key;
    }

    /** Makes a field that keeps a maximum at least so large. */
    static void raise(HiveSpace space, int key, int field, int length) throws CorruptRecordException {
        space.put(key, field, Math.max(space.i32(key, field), length));
    }
}
