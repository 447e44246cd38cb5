package org.assay.model.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * How files and folders of Assay are made so that nobody but their owner can read them, whatever the user's mask allows: they hold what was
 * read with an administrator's rights, a SAM hive among it. Where the system has no POSIX permissions, what is made inherits its folder's
 * rights.
 */
public final class OwnerOnly {

    private OwnerOnly() {
    }

    /** For a file: mode 0600. */
    public static FileAttribute<?>[] file() {
        return attributes("rw-------");
    }

    /** For a folder: mode 0700. */
    public static FileAttribute<?>[] folder() {
        return attributes("rwx------");
    }

    /**
     * Makes a file, mode 0600, to be written from its beginning.
     *
     * @throws FileAlreadyExistsException when something is there
     */
    public static OutputStream create(Path file) throws IOException {
        Set<StandardOpenOption> asNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return Channels.newOutputStream(Files.newByteChannel(file, asNew, file()));
    }

    /** As {@link #create}, with {@code content}. */
    public static void write(Path file, byte[] content) throws IOException {
        try (OutputStream out = create(file)) {
            out.write(content);
        }
    }

    /** For a file that says nothing of the evidence: others may read it, if the mask lets them, and nobody else writes it. */
    public static FileAttribute<?>[] fileForAllToRead() {
        return attributes("rw-r--r--");
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
