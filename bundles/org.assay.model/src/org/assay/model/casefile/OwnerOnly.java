package org.assay.model.casefile;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

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

    private static FileAttribute<?>[] attributes(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
