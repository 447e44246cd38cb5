package org.assay.registry.hive;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.assay.registry.HiveHeader;
import org.assay.registry.HiveRecovery;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.RegistryProblem;
import org.assay.registry.RegistrySink;
import org.assay.registry.file.EvidenceFile;
import org.assay.registry.header.BaseBlock;
import org.assay.registry.log.HiveLogSource;
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
     * Reads a hive with the logs that lie beside it, as {@link #logsBeside} finds them: each key, then its values, then its subkeys, in the
     * order of the hive.
     *
     * @return the outcome for the logs
     * @throws RegistryException with {@link Code#UNREADABLE} when the file cannot be read, with {@link Code#NOT_A_HIVE} when it does not
     *     start as a hive, with {@link Code#TOO_LARGE} when it does not fit into memory
     */
    public HiveRecovery read(Path file, RegistrySink sink) {
        return read(file, () -> logsBeside(file), sink);
    }

    /**
     * Reads a hive with the logs that are named, in any order. Logs that do not belong to it are reported as refused; they are not an
     * error.
     *
     * @return the outcome for the logs
     * @throws RegistryException as {@link #read(Path, RegistrySink)}
     */
    public HiveRecovery read(Path file, List<Path> logs, RegistrySink sink) {
        return read(file, () -> logs, sink);
    }

    private HiveRecovery read(Path file, Supplier<List<Path>> logs, RegistrySink sink) {
        BaseBlock.read(file);
        return read(file.toString(), EvidenceFile.read(file), () -> logs.get().stream().map(HiveLogSource::of).toList(), sink);
    }

    /**
     * What the base block of a hive says.
     *
     * @throws RegistryException with {@link Code#UNREADABLE} when the file cannot be read, with {@link Code#NOT_A_HIVE} when it is not a
     *     hive
     */
    public static HiveHeader header(Path file) {
        return BaseBlock.read(file);
    }

    /**
     * What the base block of a hive in memory says.
     *
     * @param name what the hive is called in messages
     * @throws RegistryException with {@link Code#NOT_A_HIVE} when it is not a hive
     */
    public static HiveHeader header(String name, byte[] hive) {
        return BaseBlock.of(ByteBuffer.wrap(hive), name);
    }

    /**
     * Reads a hive that is in memory.
     *
     * @param name what the hive is called in messages
     * @param hive all of its bytes, which stay as they are
     * @param logs the bytes of its logs by their names
     * @return the outcome for the logs
     * @throws RegistryException with {@link Code#NOT_A_HIVE} when it does not start as a hive
     */
    public HiveRecovery read(String name, byte[] hive, Map<String, byte[]> logs, RegistrySink sink) {
        return read(name, hive, () -> logs.entrySet().stream().map(log -> new HiveLogSource(log.getKey(), log::getValue)).toList(), sink);
    }

    private HiveRecovery read(String name, byte[] hive, Supplier<List<HiveLogSource>> logs, RegistrySink sink) {
        HiveReplay replay = HiveReplay.of(name, hive);
        if (replay.isNeeded()) {
            replay.apply(logs.get());
        }
        HiveCells cells = new HiveCells(replay.newest());
        new HiveWalk(cells, BaseBlock.of(cells.bytes(), name), replay.recovery(), remnants, sink).walk();
        return replay.recovery();
    }

    /**
     * The transaction logs of a hive: the files beside it that are called like it with {@code .LOG}, {@code .LOG1} or {@code .LOG2} behind,
     * whatever the case of the letters, sorted by name. Symbolic links are left out, for they may lead out of the evidence.
     *
     * @throws RegistryException with {@link Code#UNREADABLE} when the folder cannot be listed
     */
    public static List<Path> logsBeside(Path hive) {
        return HiveLogSource.beside(hive);
    }
}
