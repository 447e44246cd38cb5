package org.assay.registry.hive;

import java.nio.ByteBuffer;
import java.util.Map;

import org.assay.registry.ByteSource;
import org.assay.registry.HiveHeader;
import org.assay.registry.HiveRecovery;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistrySink;
import org.assay.registry.header.BaseBlock;
import org.assay.registry.log.HiveReplay;

/**
 * Reads native registry hives (regf, versions 1.1 to 1.6): keys, values, class names and times. When a hive is dirty, the changes in its
 * transaction logs are applied in memory as Windows does when it loads the hive, see {@link HiveRecovery}; no file is ever written to.
 * Where that is not possible, the hive is read as it is, and a problem of kind {@link RegistryProblem.Kind#OUTDATED} says so.
 *
 * <p>Damage never ends the reading: whatever cannot be read is reported with its byte offset and the key it belongs to. A record that two
 * others claim is read for the first only and reported for the second. The hive and the logs that are needed are held in memory as a whole,
 * a dirty hive twice.
 */
public final class HiveReader {

    private final boolean remnants;

    /** A reader of what is in the hive. */
    public HiveReader() {
        this(false);
    }

    private HiveReader(boolean remnants) {
        this.remnants = remnants;
    }

    /** A reader that also reports the remnants of deleted keys and values to {@link RegistrySink#remnant}, when all else was read. */
    public HiveReader withRemnants() {
        return new HiveReader(true);
    }

    /**
     * What the base block of a hive says.
     *
     * @param name what the hive is called in messages
     * @param hive all of its bytes, or as many as the base block has
     * @throws RegistryException with {@link Code#NOT_A_HIVE} when it is not a hive
     */
    public static HiveHeader header(String name, byte[] hive) {
        return BaseBlock.of(ByteBuffer.wrap(hive), name);
    }

    /**
     * Reads a hive: each key, then its values, then its subkeys, in the order of the hive. Logs that do not belong to it or cannot be read
     * are reported as refused; they are not an error.
     *
     * @param name what the hive is called in messages
     * @param hive all of its bytes, which stay as they are
     * @param logs its logs by their names, in any order; none is opened of a hive that is not dirty
     * @return the outcome for the logs
     * @throws RegistryException with {@link Code#NOT_A_HIVE} when it does not start as a hive
     */
    public HiveRecovery read(String name, byte[] hive, Map<String, ByteSource> logs, RegistrySink sink) {
        HiveReplay replay = HiveReplay.of(name, hive);
        if (replay.isNeeded()) {
            replay.apply(logs);
        }
        HiveCells cells = new HiveCells(replay.newest());
        new HiveWalk(cells, BaseBlock.of(cells.bytes(), name), replay.recovery(), remnants, sink).walk();
        return replay.recovery();
    }
}
