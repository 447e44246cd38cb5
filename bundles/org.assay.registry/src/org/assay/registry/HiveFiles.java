package org.assay.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.assay.registry.RegistryException.Code;

/** Reads hives and logs whole, and finds the logs of a hive. */
final class HiveFiles {

    private static final List<String> LOG_ENDINGS = List.of(".LOG", ".LOG1", ".LOG2");

    private HiveFiles() {
    }

    /**
     * All bytes of a file.
     *
     * @throws RegistryException with {@link Code#UNREADABLE} or {@link Code#TOO_LARGE}
     */
    static byte[] read(Path file) {
        checkRegular(file);
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.wrap(allocate(file, channel.size()));
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
            if (buffer.hasRemaining()) {
                throw new IOException("it became shorter while it was read");
            }
            return buffer.array();
        } catch (IOException e) {
            throw RegistryException.unreadable(file, e);
        }
    }

    static void checkRegular(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RegistryException(Code.UNREADABLE,
                    RegistryException.named(file) + " is not a file that can be read. Name a file with registry data.");
        }
    }

    private static byte[] allocate(Path file, long size) {
        try {
            return new byte[Math.toIntExact(size)];
        } catch (ArithmeticException | OutOfMemoryError e) {
            throw new RegistryException(Code.TOO_LARGE, RegistryException.named(file) + " has " + size
                    + " bytes, more than memory can hold. Give Java more memory (-Xmx); no hive is larger than 2 GiB.", e);
        }
    }

    /**
     * The logs that lie beside a hive, whatever the case of their names; no symbolic links, for those may lead out of the evidence.
     *
     * @throws RegistryException with {@link Code#UNREADABLE} when the folder cannot be listed
     */
    static List<Path> logsBeside(Path hive) {
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
        return LOG_ENDINGS.stream().anyMatch(ending -> name.equalsIgnoreCase(hive.getFileName() + ending))
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
