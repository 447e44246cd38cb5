package org.assay.registry.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.assay.registry.RegistryException;
import org.assay.registry.RegistryException.Code;

/** Reads files of evidence whole. */
public final class EvidenceFile {

    private EvidenceFile() {
    }

    /**
     * All bytes of a file.
     *
     * @throws RegistryException with {@link Code#UNREADABLE} or {@link Code#TOO_LARGE}
     */
    public static byte[] read(Path file) {
        checkRegular(file);
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.wrap(allocate(file, channel.size()));
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
            if (buffer.hasRemaining()) {
                throw new IOException("the file shrank while it was being read");
            }
            return buffer.array();
        } catch (IOException e) {
            throw RegistryException.unreadable(file, e);
        }
    }

    /** @throws RegistryException with {@link Code#UNREADABLE} when it is no regular file */
    public static void checkRegular(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RegistryException(Code.UNREADABLE,
                    RegistryException.named(file) + " is not a regular file. Specify a file that holds registry data.");
        }
    }

    private static byte[] allocate(Path file, long size) {
        try {
            return new byte[Math.toIntExact(size)];
        } catch (ArithmeticException | OutOfMemoryError e) {
            throw new RegistryException(Code.TOO_LARGE, RegistryException.named(file) + " has " + size
                    + " bytes and does not fit into memory. Give Java more memory (-Xmx); no hive is larger than 2 GiB.", e);
        }
    }
}
