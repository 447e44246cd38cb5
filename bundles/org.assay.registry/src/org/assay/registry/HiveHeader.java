package org.assay.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.assay.registry.RegistryException.Code;

/**
 * The base block of a native hive (M. Suhanov, "Windows registry file format specification", section Base block).
 *
 * @param fileName the last characters of the path the hive had on its machine, at most 32, as the hive keeps them; often enough to
 *     tell which hive it is. Empty in hives that a program saved
 * @param majorVersion 1 in every known hive
 * @param minorVersion 1 to 6 in known hives
 * @param primarySequence the number of the last write that began, unsigned
 * @param secondarySequence the number of the last write that ended, unsigned
 * @param checksumValid whether the checksum of the header fits it
 * @param lastWritten when the hive was last written; empty when it holds no time
 * @param rootOffset where the root key is, in bytes from the end of the base block, unsigned
 * @param binsSize the size of the bins in bytes, unsigned
 */
public record HiveHeader(String fileName, int majorVersion, int minorVersion, long primarySequence, long secondarySequence,
        boolean checksumValid, Optional<Instant> lastWritten, long rootOffset, long binsSize) {

    /** The size of the base block in bytes; all offsets within a hive count from its end. */
    static final int SIZE = 4096;
    /** The part of the base block in bytes that has all fields; a log has no more of it. */
    static final int FIRST_SECTOR = 512;

    private static final int SIGNATURE = 0x66676572;
    private static final int TYPE_OFFSET = 28;
    private static final int NAME_OFFSET = 48;
    private static final int NAME_BYTES = 64;
    private static final int CHECKSUM_OFFSET = 508;

    /** Whether the hive was not fully written, so that its newest changes may lie in its transaction logs only. */
    public boolean dirty() {
        return !checksumValid || primarySequence != secondarySequence;
    }

    /**
     * Reads the header of a hive.
     *
     * @throws RegistryException with {@link Code#UNREADABLE} when the file cannot be read, with {@link Code#NOT_A_HIVE} when it is none
     */
    public static HiveHeader read(Path file) {
        HiveFiles.checkRegular(file);
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer block = ByteBuffer.allocate(SIZE);
            while (block.hasRemaining() && channel.read(block) >= 0) {
                continue;
            }
            return of(block.flip(), file.toString());
        } catch (IOException e) {
            throw RegistryException.unreadable(file, e);
        }
    }

    /**
     * The header of a hive that is in memory.
     *
     * @param name what the file is called in messages
     * @throws RegistryException with {@link Code#NOT_A_HIVE} when it is none
     */
    public static HiveHeader of(ByteBuffer buffer, String name) {
        ByteBuffer block = buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (isLog(block)) {
            throw new RegistryException(Code.NOT_A_HIVE, RegistryText.visible(name) + " is the transaction log of a hive (file type "
                    + block.getInt(TYPE_OFFSET) + " at offset " + TYPE_OFFSET + "). Name the hive itself.");
        }
        if (!isMarked(block) || block.limit() < SIZE) {
            throw new RegistryException(Code.NOT_A_HIVE, RegistryText.visible(name) + " is not a registry hive: it does not begin with "
                    + "a base block of " + SIZE + " bytes marked \"regf\" at offset 0. Name a hive such as SYSTEM or NTUSER.DAT.");
        }
        return fields(block);
    }

    /** Whether a file begins as a transaction log, by its type: 2 up to Windows 2000, 1 up to Windows 8, 6 from Windows 8.1 on. */
    static boolean isLog(ByteBuffer block) {
        int type = isMarked(block) ? block.getInt(TYPE_OFFSET) : 0;
        return type == 1 || type == 2 || type == 6;
    }

    private static boolean isMarked(ByteBuffer block) {
        return block.limit() >= FIRST_SECTOR && block.getInt(0) == SIGNATURE;
    }

    /** The fields of a little-endian base block of at least {@link #FIRST_SECTOR} bytes. */
    static HiveHeader fields(ByteBuffer block) {
        return new HiveHeader(name(block), block.getInt(20), block.getInt(24), unsigned(block, 4), unsigned(block, 8),
                checksum(block) == block.getInt(CHECKSUM_OFFSET), FileTime.instant(block.getLong(12)), unsigned(block, 36),
                unsigned(block, 40));
    }

    /** Makes a base block that of a hive which was fully written. */
    static void seal(ByteBuffer block, int sequence, int binsSize) {
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
