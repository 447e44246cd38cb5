package org.assay.capture.file;

import java.io.Closeable;
import java.io.IOException;

/** A regular file, or a stream of one, that is open for reading. */
public interface OpenFile extends Streamed, Closeable {

    /** What it is now. */
    FileState state() throws IOException;

    /** What it carries besides; its {@code state} is known. */
    Extended extended(FileState state) throws IOException;

    /**
     * Reads on.
     *
     * @return how many bytes are now in {@code buffer} from its beginning; -1 at the end of the file
     */
    int read(byte[] buffer) throws IOException;
}
