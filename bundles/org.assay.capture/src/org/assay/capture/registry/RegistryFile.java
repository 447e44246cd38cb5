package org.assay.capture.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.model.FileKind;
import org.assay.registry.HiveRecovery;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistrySink;
import org.assay.registry.creg.CregReader;
import org.assay.registry.format.RegistryFormat;
import org.assay.registry.hive.HiveReader;
import org.assay.registry.policy.PolicyFileReader;

/** A file with registry data: one that was named, or one in a tree, which is read as the tree's files are. */
public sealed interface RegistryFile {

    /** What people call it. */
    String name();

    /**
     * Reads all of it as {@code format}, a hive with its logs.
     *
     * @param deleted whether deleted keys and values are looked for, where the format can hold them
     * @return what came of a hive's logs
     * @throws IOException when the tree cannot be read
     * @throws RegistryException when the file cannot be read or is not of this format
     */
    Optional<HiveRecovery> read(RegistryFormat format, boolean deleted, RegistrySink sink) throws IOException;

    /** The hive reader for an option. */
    private static HiveReader reader(boolean deleted) {
        return deleted ? new HiveReader().withRemnants() : new HiveReader();
    }

    /** A file that was named. */
    record Named(Path path) implements RegistryFile {

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public Optional<HiveRecovery> read(RegistryFormat format, boolean deleted, RegistrySink sink) {
            if (format == RegistryFormat.HIVE) {
                return Optional.of(reader(deleted).read(path, sink));
            }
            format.read(path, Optional.empty(), sink);
            return Optional.empty();
        }
    }

    /** A file in a tree. */
    record InTree(CaselessTree tree, CaselessTree.Entry entry) implements RegistryFile {

        private static final List<String> LOG_ENDINGS = List.of(".LOG", ".LOG1", ".LOG2");

        @Override
        public String name() {
            return entry.where().text();
        }

        @Override
        public Optional<HiveRecovery> read(RegistryFormat format, boolean deleted, RegistrySink sink) throws IOException {
            byte[] bytes = tree.bytes(entry);
            switch (format) {
                case CREG -> new CregReader().read(name(), bytes, sink);
                case POLICY -> PolicyFileReader.read(name(), bytes, sink);
                case HIVE, REG, WINE, QUERY -> {
                    return Optional.of(reader(deleted).read(name(), bytes, logs(bytes), sink));
                }
            }
            return Optional.empty();
        }

        /** The logs are read only where Windows would look at them. */
        private Map<String, byte[]> logs(byte[] hive) throws IOException {
            Map<String, byte[]> logs = new LinkedHashMap<>();
            if (HiveReader.header(name(), hive).dirty()) {
                for (String ending : LOG_ENDINGS) {
                    for (CaselessTree.Entry log : tree.beside(entry, entry.name() + ending)) {
                        if (log.kind() == FileKind.FILE) {
                            logs.put(log.name(), tree.bytes(log));
                        }
                    }
                }
            }
            return logs;
        }
    }
}
