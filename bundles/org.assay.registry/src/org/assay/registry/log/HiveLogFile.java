package org.assay.registry.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.assay.registry.HiveHeader;
import org.assay.registry.RegistryText;
import org.assay.registry.header.BaseBlock;

/**
 * A transaction log whose base block is valid (M. Suhanov, "Windows registry file format specification", section Format of transaction log
 * files).
 *
 * @param name the log's file name
 * @param bytes the whole log
 * @param header its base block
 */
record HiveLogFile(String name, byte[] bytes, HiveHeader header) {

    /** The only size of the log's first sector that is known, whatever the sectors of the disk. */
    static final int SECTOR = BaseBlock.FIRST_SECTOR;

    private static final int TYPE = 28;
    private static final int RESOURCE_MANAGER = 112;
    private static final int RESOURCE_MANAGER_MARK = 164;
    private static final int MARK = 0x6d746d72;
    private static final int FIRST_BIN_TIME = BaseBlock.SIZE + 20;
    private static final int LAST_WRITTEN = 12;
    private static final int NEW_FORMAT = 6;

    /** Says why a log cannot be applied. */
    static final class UnusableLogException extends Exception {

        private static final long serialVersionUID = 1L;

        /** Takes the end of a sentence. */
        UnusableLogException(String reason) {
            super(reason, null, false, false);
        }
    }

    static HiveLogFile of(String name, byte[] bytes) throws UnusableLogException {
        if (bytes.length == 0) {
            throw new UnusableLogException("it is empty");
        }
        ByteBuffer block = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (!BaseBlock.isLog(block)) {
            throw new UnusableLogException("it does not start with the header of a transaction log");
        }
        HiveHeader header = BaseBlock.fields(block);
        if (!header.checksumValid()) {
            throw new UnusableLogException("the checksum at its offset 508 is wrong");
        }
        if (header.dirty()) {
            throw new UnusableLogException("it was not completely written itself: its sequence numbers are " + header.primarySequence()
                    + " and "
                    + header.secondarySequence());
        }
        return new HiveLogFile(name, bytes, header);
    }

    /** Whether it holds entries, as since Windows 8.1, and not one set of pages. */
    boolean isNew() {
        return buffer(bytes).getInt(TYPE) == NEW_FORMAT;
    }

    long sequence() {
        return header.primarySequence();
    }

    /**
     * Makes sure that the log was written for this hive. Windows itself trusts the files' names; but logs lie beside a wrong hive easily.
     * The identifier that Windows gave a hive decides; without one, or with a damaged base block, the embedded file name decides.
     */
    void checkBelongsTo(byte[] hive, HiveHeader hiveHeader) throws UnusableLogException {
        if (hiveHeader.checksumValid() && isIdentified(hive) && isIdentified(bytes)) {
            if (!isSame(hive, bytes)) {
                throw new UnusableLogException("it belongs to another hive (the identifiers at offset " + RESOURCE_MANAGER + " differ)");
            }
        } else if (hiveHeader.checksumValid() && !hiveHeader.fileName().equalsIgnoreCase(header.fileName())
                && !hiveHeader.fileName().isEmpty() && !header.fileName().isEmpty()) {
            throw new UnusableLogException("it belongs to another hive, \"" + RegistryText.visible(header.fileName()) + "\"");
        }
    }

    /** Makes sure that an old-format log is not older than the hive. */
    void checkTime(byte[] hive, HiveHeader hiveHeader) throws UnusableLogException {
        boolean hasFirstBin = hive.length >= FIRST_BIN_TIME + Long.BYTES;
        long written = buffer(hive).getLong(hiveHeader.checksumValid() || !hasFirstBin ? LAST_WRITTEN : FIRST_BIN_TIME);
        if (Long.compareUnsigned(buffer(bytes).getLong(LAST_WRITTEN), written) < 0) {
            throw new UnusableLogException("it is older than the hive (by the timestamps at offset " + LAST_WRITTEN + ")");
        }
    }

    private static boolean isIdentified(byte[] file) {
        ByteBuffer block = buffer(file);
        return block.getInt(RESOURCE_MANAGER_MARK) == MARK
                && (block.getLong(RESOURCE_MANAGER) | block.getLong(RESOURCE_MANAGER + Long.BYTES)) != 0;
    }

    private static boolean isSame(byte[] one, byte[] other) {
        return buffer(one).getLong(RESOURCE_MANAGER) == buffer(other).getLong(RESOURCE_MANAGER)
                && buffer(one).getLong(RESOURCE_MANAGER + Long.BYTES) == buffer(other).getLong(RESOURCE_MANAGER + Long.BYTES);
    }

    private static ByteBuffer buffer(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }
}
