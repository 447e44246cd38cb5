package org.assay.registry.log;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;
import org.assay.registry.file.EvidenceFile;

/**
 * Where a log comes from; it is read when it is needed only.
 *
 * @param name the log's file name
 * @param bytes reads it; throws {@link RegistryException} when it cannot be read
 */
public record HiveLogSource(String name, Supplier<byte[]> bytes) {

    private static final List<String> SUFFIXES = List.of(".LOG", ".LOG1", ".LOG2");

    public static HiveLogSource of(Path file) {
        return new HiveLogSource(file.getFileName().toString(), () -> EvidenceFile.read(file));
    }

    /**
     * The logs that lie beside a hive, whatever the case of their names; no symbolic links, for those may lead out of the evidence.
     *
     * @throws RegistryException with {@link Code#UNREADABLE} when the folder cannot be listed
     */
    public static List<Path> beside(Path hive) {
        Path file = hive.toAbsolutePath();
        List<Path> logs = new ArrayList<>();
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(file.getParent(), each -> isLog(each, file))) {
            folder.forEach(logs::add);
        } catch (IOException | DirectoryIteratorException e) {
            throw RegistryException.unreadable(file.getParent(), e);
        }
        logs.sort(null);
        return logs;
    }

    private static boolean isLog(Path file, Path hive) {
        String name = file.getFileName().toString();
        return SUFFIXES.stream().anyMatch(suffix -> name.equalsIgnoreCase(hive.getFileName() + suffix))
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
