package org.assay.registry.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import org.assay.registry.HiveLog;
import org.assay.registry.log.HiveLogFile.UnusableLogException;

/**
 * Applies a log of the new format, which holds entries (M. Suhanov, "Windows registry file format specification", section Log entries).
 * Entries are applied as long as their sequence numbers are consecutive and their hashes match.
 */
final class HiveLogEntries {

    private static final int SIGNATURE = 0x454c7648;
    private static final int HEAD = 40;
    private static final int HASHED_HEAD = 32;
    private static final int REFERENCE = 8;

    private final HiveLogFile log;
    private final ByteBuffer bytes;
    private final HiveImage image;

    HiveLogEntries(HiveLogFile log, HiveImage image) {
        this.log = log;
        this.bytes = ByteBuffer.wrap(log.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        this.image = image;
    }

    /**
     * Applies every entry up to the first that does not follow.
     *
     * @param from the sequence number before which entries are in the hive already, unsigned
     * @throws UnusableLogException when no entry can be applied
     */
    HiveLog.Applied apply(long from) throws UnusableLogException {
        int sequence = (int) log.sequence();
        int position = HiveLogFile.SECTOR;
        int entries = 0;
        int pages = 0;
        Optional<String> stop = stop(position, sequence);
        while (isEntry(position, sequence) && stop.isEmpty()) {
            if (sequence - (int) from >= 0) {
                pages += pages(position);
                entries++;
            }
            position += bytes.getInt(position + 4);
            sequence++;
            stop = stop(position, sequence);
        }
        if (entries == 0) {
            throw new UnusableLogException(stop.orElse("it holds no changes from sequence number " + from
                    + " onwards, which the hive needs"));
        }
        return new HiveLog.Applied(log.name(), Integer.toUnsignedLong(sequence - entries), Integer.toUnsignedLong(sequence - 1), entries,
                pages, stop);
    }

    private boolean isEntry(int position, int sequence) {
        return isMarked(position) && bytes.getInt(position + 12) == sequence;
    }

    /** What follows the entries is what an earlier use of the log left, or nothing. */
    private boolean isMarked(int position) {
        return position <= bytes.limit() - HEAD && bytes.getInt(position) == SIGNATURE;
    }

    /** Why the entry at a position cannot be applied although one should; empty when it can, and when the log ends before it. */
    private Optional<String> stop(int position, int sequence) {
        if (!isMarked(position) || bytes.getInt(position + 12) - sequence < 0) {
            return Optional.empty();
        }
        String entry = "its entry at offset " + position + " with sequence number "
                + Integer.toUnsignedString(bytes.getInt(position + 12));
        if (bytes.getInt(position + 12) != sequence) {
            return Optional.of(entry + " is out of sequence: " + Integer.toUnsignedString(sequence) + " is missing");
        }
        return isSound(position) ? Optional.empty() : Optional.of(entry + " is damaged");
    }

    private boolean isSound(int position) {
        long size = Integer.toUnsignedLong(bytes.getInt(position + 4));
        return size >= HiveLogFile.SECTOR && size % HiveLogFile.SECTOR == 0 && position + size <= bytes.limit()
                && Marvin32.hash(log.bytes(), position, HASHED_HEAD) == bytes.getLong(position + 32)
                && Marvin32.hash(log.bytes(), position + HEAD, (int) size - HEAD) == bytes.getLong(position + 24)
                && image.canHold(binsSize(position)) && hasPages(position, size);
    }

    private boolean hasPages(int position, long size) {
        long count = Integer.toUnsignedLong(bytes.getInt(position + 20));
        long used = HEAD + count * REFERENCE;
        if (count == 0 || used > size) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            long offset = Integer.toUnsignedLong(bytes.getInt(position + HEAD + i * REFERENCE));
            long length = Integer.toUnsignedLong(bytes.getInt(position + HEAD + i * REFERENCE + 4));
            used += length;
            if (used > size || offset + length > binsSize(position)) {
                return false;
            }
        }
        return true;
    }

    private int pages(int position) {
        int count = bytes.getInt(position + 20);
        image.grow(binsSize(position));
        int page = position + HEAD + count * REFERENCE;
        for (int i = 0; i < count; i++) {
            long offset = Integer.toUnsignedLong(bytes.getInt(position + HEAD + i * REFERENCE));
            int length = bytes.getInt(position + HEAD + i * REFERENCE + 4);
            image.page(offset, log.bytes(), page, length);
            page += length;
        }
        image.baseBlock(log.bytes(), Integer.toUnsignedLong(bytes.getInt(position + 12)), binsSize(position));
        return count;
    }

    private long binsSize(int position) {
        return Integer.toUnsignedLong(bytes.getInt(position + 16));
    }
}
