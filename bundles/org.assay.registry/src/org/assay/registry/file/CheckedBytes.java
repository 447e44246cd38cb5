package org.assay.registry.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a file, every access checked against its end. Numbers in it are little-endian. */
public final class CheckedBytes {

    private final ByteBuffer bytes;

    public CheckedBytes(ByteBuffer bytes) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    public int size() {
        return bytes.capacity();
    }

    /** Whether the four characters stand at this place; false when the file ends before. */
    public boolean isMarked(long position, String signature) {
        boolean same = position + signature.length() <= size();
        for (int i = 0; same && i < signature.length(); i++) {
            same = bytes.get((int) position + i) == signature.charAt(i);
        }
        return same;
    }

    public int u16(long position) throws HiveDamage {
        return bytes.getShort(checked(position, Short.BYTES)) & 0xffff;
    }

    public int i32(long position) throws HiveDamage {
        return bytes.getInt(checked(position, Integer.BYTES));
    }

    public long u32(long position) throws HiveDamage {
        return Integer.toUnsignedLong(i32(position));
    }

    public byte[] bytes(long position, int length) throws HiveDamage {
        byte[] copy = new byte[length];
        bytes.get(checked(position, length), copy);
        return copy;
    }

    private int checked(long position, int length) throws HiveDamage {
        if (position + length > size()) {
            throw new HiveDamage(Math.min(position, size()), "The file ends inside a record.");
        }
        return (int) position;
    }
}
