package org.assay.capture;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

/** The questions a capture asks of a file system. None of them follows a link in the last component or opens a special file. */
interface FileTree {

    /** The names in {@code directory}. */
    Listing list(Path directory) throws IOException;

    /** What {@code path} is now. */
    FileState state(Path path) throws IOException;

    /** Where the link {@code path} points, as {@link org.assay.model.FileName} carries it. */
    String linkTarget(Path path) throws IOException;

    /** The content of the regular file {@code path}. */
    ReadableByteChannel open(Path path) throws IOException;

    /** The type of the file system that holds the directory {@code path}, as the system's mount table spells it. */
    String fileSystemType(Path path) throws IOException;
}
