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

    /** Whether the file has this signature at this position; false when it ends before. */
    public boolean isMarked(long position, String signature) {
        boolean same = position + signature.length() <= size();
        for (int i = 0; same && i < signature.length(); i++) {
            same = bytes.get((int) position + i) == signature.charAt(i);
        }
        return same;
    }

    public int u16(long position) throws CorruptRecordException {
        return bytes.getShort(checked(position, Short.BYTES)) & 0xffff;
    }

    public int i32(long position) throws CorruptRecordException {
        return bytes.getInt(checked(position, Integer.BYTES));
    }

    public long u32(long position) throws CorruptRecordException {
        return Integer.toUnsignedLong(i32(position));
    }

    public byte[] bytes(long position, int length) throws CorruptRecordException {
        byte[] copy = new byte[length];
        bytes.get(checked(position, length), copy);
        return copy;
    }

    private int checked(long position, int length) throws CorruptRecordException {
        if (position + length > size()) {
            throw new CorruptRecordException(Math.min(position, size()), "The file ends inside a record.");
        }
        return (int) position;
    }
}
