package org.assay.registry;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where a log comes from; it is read when it is needed only.
 *
 * @param name the log's file name
 * @param bytes reads it; throws {@link RegistryException} when it cannot be read
 */
record HiveLogSource(String name, Supplier<byte[]> bytes) {

    static HiveLogSource of(Path file) {
        return new HiveLogSource(file.getFileName().toString(), () -> HiveFiles.read(file));
    }
}
