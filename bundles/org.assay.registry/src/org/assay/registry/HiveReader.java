package org.assay.registry;

import java.nio.file.Path;

import org.assay.registry.RegistryException.Code;

/**
 * Reads native registry hives (regf, versions 1.1 to 1.6): keys, values, class names and times, as they are in the hive file itself.
 *
 * <p>Damage never ends the reading: whatever cannot be read is reported with its byte offset and the key it belongs to. A record that two
 * others claim is read for the first only and reported for the second. The whole file is held in memory.
 */
public final class HiveReader {

    /**
     * Reads a hive: each key, then its values, then its subkeys, in the order of the hive.
     *
     * @throws RegistryException with {@link Code#UNREADABLE} when the file cannot be read, with {@link Code#NOT_A_HIVE} when it does not
     *     begin as a hive, with {@link Code#TOO_LARGE} when it does not fit into memory
     */
    public void read(Path file, RegistrySink sink) {
        HiveHeader.read(file);
        read(HiveCells.read(file), file, sink);
    }

    static void read(HiveCells cells, Path file, RegistrySink sink) {
        new HiveWalk(cells, HiveHeader.of(cells.bytes(), file), sink).walk();
    }
}
