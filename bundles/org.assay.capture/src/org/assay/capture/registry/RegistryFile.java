package org.assay.capture.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.assay.capture.file.CaselessTree;
import org.assay.model.item.FileKind;
import org.assay.registry.ByteSource;
import org.assay.registry.HiveHeader;
import org.assay.registry.HiveRecovery;
import org.assay.registry.RegistryException;
import org.assay.registry.RegistrySink;
import org.assay.registry.format.RegistryFormat;
import org.assay.registry.hive.HiveReader;

/**
 * A file with registry data, which is read as the files of its tree are.
 *
 * @param name what people call it
 */
public record RegistryFile(CaselessTree tree, CaselessTree.Entry entry, String name) {

    private static final List<String> LOG_ENDINGS = List.of(".LOG", ".LOG1", ".LOG2");

    /** A file that was found in a tree. */
    static RegistryFile found(CaselessTree tree, CaselessTree.Entry entry) {
        return new RegistryFile(tree, entry, entry.where().text());
    }

    /** Its first bytes, enough to tell what it is. */
    public byte[] start() throws IOException {
        return tree.start(entry, RegistryFormat.FIRST_BYTES);
    }

    /**
     * What a hive says of itself.
     *
     * @throws RegistryException when it is none
     */
    HiveHeader header() throws IOException {
        return HiveReader.header(name, start());
    }

    /**
     * Reads all of it as {@code format}, a hive with its logs.
     *
     * @param deleted whether deleted keys and values are looked for, where the format can hold them
     * @return what came of a hive's logs
     * @throws IOException when the tree cannot be read
     * @throws RegistryException when the file cannot be read or is not of this format
     */
    Optional<HiveRecovery> read(RegistryFormat format, boolean deleted, RegistrySink sink) throws IOException {
        switch (format) {
            case CREG, POLICY -> format.read(name, tree.bytes(entry), Optional.empty(), sink);
            case REG, WINE, QUERY -> format.read(name, () -> tree.stream(entry), sink);
            case HIVE -> {
                byte[] bytes = tree.bytes(entry);
                HiveReader reader = deleted ? new HiveReader().withRemnants() : new HiveReader();
                return Optional.of(reader.read(name, bytes, logs(bytes), sink));
            }
        }
        return Optional.empty();
    }

    /** The logs are read only where Windows would look at them. */
    private Map<String, ByteSource> logs(byte[] hive) throws IOException {
        Map<String, ByteSource> logs = new LinkedHashMap<>();
        if (HiveReader.header(name, hive).dirty()) {
            for (String ending : LOG_ENDINGS) {
                for (CaselessTree.Entry log : tree.beside(entry, entry.name() + ending)) {
                    if (log.kind() == FileKind.FILE) {
                        logs.put(log.name(), () -> new ByteArrayInputStream(tree.bytes(log)));
                    }
                }
            }
        }
        return logs;
    }
}
