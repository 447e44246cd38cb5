package org.assay.compare.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * {@code Packages.db}, rpm's own format of a database, which SUSE uses. It begins with pages of slots, each of which tells where the header
 * of a package lies, in blocks of 16 bytes; numbers have their lowest byte first. See {@code lib/backend/ndb} of rpm.
 */
final class NdbFile {

    private static final int FILE_MAGIC = magic("RpmP");
    private static final int SLOT_MAGIC = magic("Slot");
    private static final int BLOB_MAGIC = magic("BlbS");
    private static final int BLOCK_BYTES = 16;
    private static final int SLOT_PAGE_BYTES = 4096;

    /** The file's own header takes the place of two slots. */
    private static final int FIRST_SLOT = 2 * BLOCK_BYTES;
    private static final int BLOB_HEADER_BYTES = 16;
    private static final int BLOB_TAIL_BYTES = 12;

    private NdbFile() {
    }

    /** Gives the headers that lie in the file; no two of them share a block. */
    static void headers(byte[] file, Consumer<byte[]> headers) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < FIRST_SLOT || bytes.getInt(0) != FILE_MAGIC) {
            return;
        }
        long end = Math.min(file.length, (bytes.getInt(12) & 0xffffffffL) * SLOT_PAGE_BYTES);
        BitSet taken = new BitSet();
        for (int slot = FIRST_SLOT; slot + BLOCK_BYTES <= end; slot += BLOCK_BYTES) {
            long start = (bytes.getInt(slot + 8) & 0xffffffffL) * BLOCK_BYTES;
            long length = (bytes.getInt(slot + 12) & 0xffffffffL) * BLOCK_BYTES;
            boolean used = bytes.getInt(slot) == SLOT_MAGIC && bytes.getInt(slot + 4) != 0 && start != 0;
            if (used && length >= BLOB_HEADER_BYTES + BLOB_TAIL_BYTES && start + length <= file.length) {
                int first = (int) (start / BLOCK_BYTES);
                int behind = (int) ((start + length) / BLOCK_BYTES);
                int next = taken.nextSetBit(first);
                if (next < 0 || next >= behind) {
                    taken.set(first, behind);
                    header(bytes, (int) start, (int) length, bytes.getInt(slot + 4), headers);
                }
            }
        }
    }

    private static void header(ByteBuffer bytes, int start, int length, int number, Consumer<byte[]> headers) {
        int size = bytes.getInt(start + 12);
        if (bytes.getInt(start) == BLOB_MAGIC && bytes.getInt(start + 4) == number && size >= 0
                && size <= length - BLOB_HEADER_BYTES - BLOB_TAIL_BYTES) {
            byte[] header = new byte[size];
            bytes.get(start + BLOB_HEADER_BYTES, header);
            headers.accept(header);
        }
    }

    private static int magic(String text) {
        return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
    }
}
