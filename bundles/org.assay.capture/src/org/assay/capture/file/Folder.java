package org.assay.capture.file;

import java.io.Closeable;
import java.io.IOException;

/** An open directory. What it is asked for is looked up in this very directory, even when its path leads elsewhere by now. */
public interface Folder extends Streamed, Closeable {

    /** The names in it. */
    FolderListing list() throws IOException;

    /** What it is itself. */
    FileState state() throws IOException;

    /** What it, which is {@code state}, carries besides. */
    Extended extended(FileState state) throws IOException;

    /** What is called {@code name} now. */
    FileState state(String name) throws IOException;

    /** What {@code name}, which is {@code state}, carries besides; for what cannot be opened: a link or a special file. */
    Extended extended(String name, FileState state) throws IOException;

    /** Where the link {@code name} points, as {@link org.assay.model.text.FileName} carries it. */
    String linkTarget(String name) throws IOException;

    /** Opens the directory {@code name}. */
    Folder folder(String name) throws IOException;

    /** Opens the regular file {@code name}; never waits for a FIFO that took its place. */
    OpenFile file(String name) throws IOException;

    /**
     * Opens the directory above it.
     *
     * @param expected what the directory above was when the walk came through it
     * @throws ReplacedException when it is another one by now
     */
    Folder above(FileState expected) throws IOException;

    /**
     * The type of the file system that the directory {@code name}, which is {@code state}, lies on, as the system's mount table spells it;
     * empty when the table does not tell. Does not open it.
     */
    String fileSystemType(String name, FileState state);

    /** The same directory once more, to be closed by itself. For another thread. */
    Folder share();
}
