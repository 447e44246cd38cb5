package org.assay.registry.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

import org.assay.registry.HiveLog;
import org.assay.registry.header.BaseBlock;
import org.assay.registry.header.HiveBins;
import org.assay.registry.log.HiveLogFile.UnusableLogException;

/**
 * Applies a log of the old format, up to Windows 8, which holds one set of pages and a bit for each page of the hive (M. Suhanov, "Windows
 * registry file format specification", sections Dirty vector and Dirty pages). It is applied as a whole or not at all.
 */
final class HiveLogPages {

    private static final int SIGNATURE = 0x54524944;
    private static final int PAGE = 512;

    private final HiveLogFile log;
    private final HiveImage image;
    private final long binsSize;

    HiveLogPages(HiveLogFile log, HiveImage image) {
        this.log = log;
        this.image = image;
        this.binsSize = log.header().binsSize();
    }

    /**
     * Applies the log. The image is of no use after a failure.
     *
     * @throws UnusableLogException when not all of it can be applied
     */
    HiveLog.Applied apply() throws UnusableLogException {
        BitSet dirty = dirtyPages();
        int page = firstPage();
        image.grow(binsSize);
        for (int bit = dirty.nextSetBit(0); bit >= 0; bit = dirty.nextSetBit(bit + 1)) {
            image.page((long) bit * PAGE, log.bytes(), page, PAGE);
            page += PAGE;
        }
        image.baseBlock(log.bytes(), log.sequence(), binsSize);
        checkBins(dirty);
        return new HiveLog.Applied(log.name(), log.sequence(), log.sequence(), 1, dirty.cardinality(), Optional.empty());
    }

    private BitSet dirtyPages() throws UnusableLogException {
        ByteBuffer bytes = ByteBuffer.wrap(log.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < HiveLogFile.SECTOR + Integer.BYTES || bytes.getInt(HiveLogFile.SECTOR) != SIGNATURE) {
            throw new UnusableLogException("it lacks the signature \"DIRT\" at offset " + HiveLogFile.SECTOR);
        }
        if (!image.canHold(binsSize) || firstPage() > bytes.limit()) {
            throw new UnusableLogException("it is for bins of " + binsSize + " bytes, more than it and the hive together hold");
        }
        int vector = HiveLogFile.SECTOR + Integer.BYTES;
        BitSet dirty = BitSet.valueOf(Arrays.copyOfRange(log.bytes(), vector, vector + vectorLength()));
        int room = (bytes.limit() - firstPage()) / PAGE;
        if (dirty.isEmpty() || dirty.cardinality() > room) {
            throw new UnusableLogException("it claims to have " + dirty.cardinality() + " pages but has room for " + room);
        }
        return dirty;
    }

    private int vectorLength() {
        return (int) (binsSize / PAGE / Byte.SIZE);
    }

    private int firstPage() {
        return Math.ceilDiv(HiveLogFile.SECTOR + Integer.BYTES + vectorLength(), PAGE) * PAGE;
    }

    private void checkBins(BitSet dirty) throws UnusableLogException {
        ByteBuffer bytes = ByteBuffer.wrap(image.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        long position = BaseBlock.SIZE;
        long end = BaseBlock.SIZE + binsSize;
        while (position < end) {
            long size = HiveBins.sizeOfBin(bytes, (int) position, end);
            if (size == 0 && dirty.get((int) (position - BaseBlock.SIZE) / PAGE)) {
                throw new UnusableLogException("its page for offset " + position + " of the hive does not start with a valid bin");
            }
            position += size > 0 ? size : BaseBlock.SIZE;
        }
    }
}
