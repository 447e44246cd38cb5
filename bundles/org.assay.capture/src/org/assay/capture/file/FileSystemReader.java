package org.assay.capture.file;

import java.io.IOException;

/**
 * A way to read a file system. It never follows a link and never opens a special file, but for the root's own path. Paths are text that
 * carries their bytes, as {@link LocalPath} says.
 */
public interface FileSystemReader {

    /** A short word for it, kept in the snapshot: a reader of the snapshot can tell which attributes it can hold. */
    String name();

    /** Opens the directory {@code root}, whose path may go through links. */
    Folder open(String root) throws IOException;

    /**
     * Where a folder really is that may be listed.
     *
     * @throws IOException when it is none
     */
    default String findFolder(String folder) throws IOException {
        return CallStamp.around(() -> LocalPath.findFolder(folder));
    }

    /** Where a file really is: in a folder that is not reached by links, under its own name there. */
    default FoundFile findFile(String file) throws IOException {
        return CallStamp.around(() -> LocalPath.findFile(file));
    }

    /** Whether what was read until now left every access time as it was; false when the system may have set some. */
    boolean keepsAccessTimes();
}
