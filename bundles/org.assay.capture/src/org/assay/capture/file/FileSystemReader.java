package org.assay.capture.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A way to read a file system. It never follows a link and never opens a special file, but for the root's own path. */
public interface FileSystemReader {

    /** A short word for it, kept in the snapshot: a reader of the snapshot can tell which attributes it can hold. */
    String name();

    /** Opens the directory {@code root}, whose path may go through links. */
    Folder open(Path root) throws IOException;

    /**
     * Where a folder really is that may be listed.
     *
     * @throws IOException when it is none
     */
    default Path findFolder(Path folder) throws IOException {
        return CallStamp.around(() -> {
            Path real = folder.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new NotDirectoryException(folder.toString());
            }
            try (DirectoryStream<Path> listable = Files.newDirectoryStream(real)) {
                listable.iterator();
            }
            return real;
        });
    }

    /** Where a file really is: in a folder that is not reached by links, under its own name there. */
    default Path findFile(Path file) throws IOException {
        return CallStamp.around(() -> {
            Path found = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
            return found.getParent() == null ? found : found.getParent().toRealPath().resolve(found.getFileName());
        });
    }

    /** Whether what was read until now left every access time as it was; false when the system may have set some. */
    boolean keepsAccessTimes();
}
