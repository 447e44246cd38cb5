package org.assay.registry.header;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.assay.registry.HiveHeader;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryText;
import org.assay.registry.encoding.FileTime;
import org.assay.registry.encoding.Utf16;

/** Reads, checks and writes the base block with which a native hive and its transaction logs start. */
public final class BaseBlock {

    /** The size of the base block in bytes; all offsets within a hive count from its end. */
    public static final int SIZE = 4096;
    /** The part of the base block in bytes that has all fields; a log has no more of it. */
    public static final int FIRST_SECTOR = 512;

    private static final int SIGNATURE = 0x66676572;
    private static final int TYPE_OFFSET = 28;
    private static final int NAME_OFFSET = 48;
    private static final int NAME_BYTES = 64;
    private static final int CHECKSUM_OFFSET = 508;

    private BaseBlock() {
    }

    /**
     * The header of a hive that is in memory.
     *
     * @param name what the file is called in messages
     * @throws RegistryException with {@link Code#NOT_A_HIVE} when it is not a hive
     */
    public static HiveHeader of(ByteBuffer buffer, String name) {
        ByteBuffer block = buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (isLog(block)) {
            throw new RegistryException(Code.NOT_A_HIVE, RegistryText.visible(name) + " is the transaction log of a hive (file type "
                    + block.getInt(TYPE_OFFSET) + " at offset " + TYPE_OFFSET + "). Specify the hive itself.");
        }
        if (!isMarked(block) || block.limit() < SIZE) {
            throw new RegistryException(Code.NOT_A_HIVE, RegistryText.visible(name) + " is not a registry hive: it does not start with "
                    + "a base block of " + SIZE + " bytes and the signature \"regf\". Specify a hive such as SYSTEM or NTUSER.DAT.");
        }
        return fields(block);
    }

    /** Whether a file starts as a transaction log, by its type: 2 up to Windows 2000, 1 up to Windows 8, 6 from Windows 8.1 on. */
    public static boolean isLog(ByteBuffer block) {
        int type = isMarked(block) ? block.getInt(TYPE_OFFSET) : 0;
        return type == 1 || type == 2 || type == 6;
    }

    private static boolean isMarked(ByteBuffer block) {
        return block.limit() >= FIRST_SECTOR && block.getInt(0) == SIGNATURE;
    }

    /** The fields of a little-endian base block of at least {@link #FIRST_SECTOR} bytes. */
    public static HiveHeader fields(ByteBuffer block) {
        return new HiveHeader(name(block), block.getInt(20), block.getInt(24), unsigned(block, 4), unsigned(block, 8),
                checksum(block) == block.getInt(CHECKSUM_OFFSET), FileTime.instant(block.getLong(12)), unsigned(block, 36),
                unsigned(block, 40));
    }

    /** Makes a base block that of a hive which was fully written. */
    public static void seal(ByteBuffer block, int sequence, int binsSize) {
        block.putInt(4, sequence).putInt(8, sequence).putInt(TYPE_OFFSET, 0).putInt(40, binsSize);
        block.putInt(CHECKSUM_OFFSET, checksum(block));
    }

    private static long unsigned(ByteBuffer block, int offset) {
        return Integer.toUnsignedLong(block.getInt(offset));
    }

    private static String name(ByteBuffer block) {
        byte[] bytes = new byte[NAME_BYTES];
        block.get(NAME_OFFSET, bytes);
        String name = Utf16.decode(bytes, 0, NAME_BYTES);
        int end = name.indexOf('\0');
        return end < 0 ? name : name.substring(0, end);
    }

    private static int checksum(ByteBuffer block) {
        int sum = 0;
        for (int i = 0; i < CHECKSUM_OFFSET; i += Integer.BYTES) {
            sum ^= block.getInt(i);
        }
        return switch (sum) {
            case 0 -> 1;
            case -1 -> -2;
            default -> sum;
        };
    }
}
