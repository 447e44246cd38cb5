package org.assay.capture.file;

import java.io.IOException;
import java.nio.file.Path;

/** A way to read a file system. It never follows a link and never opens a special file, but for the root's own path. */
public interface FileSystemReader {

    /** A short word for it, kept in the snapshot: a reader of the snapshot can tell which attributes it can hold. */
    String name();

    /** Opens the directory {@code root}, whose path may go through links. */
    Folder open(Path root) throws IOException;

    /** Whether what was read until now left every access time as it was; false when the system may have set some. */
    boolean keepsAccessTimes();
}
