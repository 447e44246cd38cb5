package org.assay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;

/** What a file's POSIX permissions let others do; where the system has none, nothing that could be told. */
public final class FileMode {

    private FileMode() {
    }

    /** Whether nobody but the owner can read, write or enter it. */
    public static boolean isOwnerOnly(Path path) {
        return hasNone(path, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_EXECUTE) && isWrittenByOwnerOnly(path);
    }

    /** Whether nobody but the owner can write it. */
    public static boolean isWrittenByOwnerOnly(Path path) {
        return hasNone(path, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    }

    private static boolean hasNone(Path path, PosixFilePermission... permissions) {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return true;
        }
        try {
            for (PosixFilePermission permission : permissions) {
                if (view.readAttributes().permissions().contains(permission)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
