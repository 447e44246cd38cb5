package org.assay.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assay.registry.hive.HiveReader;

/** Has real files read. */
public final class RegistryFiles {

    private RegistryFiles() {
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ByteSource source(Path file) {
        return () -> Files.newInputStream(file);
    }

    public static ByteSource source(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    /** Reads a hive with these logs. */
    public static HiveRecovery read(HiveReader reader, Path hive, List<Path> logs, RegistrySink sink) {
        Map<String, ByteSource> sources = new LinkedHashMap<>();
        logs.forEach(log -> sources.put(log.getFileName().toString(), source(log)));
        return reader.read(hive.toString(), bytes(hive), sources, sink);
    }

    /** Reads a hive with the logs that lie beside it. */
    public static HiveRecovery read(HiveReader reader, Path hive, RegistrySink sink) {
        return read(reader, hive, logsBeside(hive), sink);
    }

    public static HiveHeader header(Path hive) {
        return HiveReader.header(hive.toString(), bytes(hive));
    }

    /** The logs of a hive, whatever the case of their names, in the order of these. */
    public static List<Path> logsBeside(Path hive) {
        String names = Pattern.quote(hive.getFileName().toString()) + "\\.log[12]?";
        try (Stream<Path> all = Files.list(hive.getParent())) {
            return all.filter(file -> file.getFileName().toString().matches("(?i)" + names)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
