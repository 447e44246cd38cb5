package org.assay.capture.listed;

import java.io.IOException;
import java.io.InputStream;

/** A form in which a tool notes files. What it does not understand of a list it tells as a problem, and goes on. */
public interface ListFormat {

    /** Reads all of {@code in} into {@code files}. */
    void read(InputStream in, ListedFiles files) throws IOException;

    /** Whether a file that starts so is likely to be one. */
    boolean recognises(byte[] start);

    /** Whether it names regular files and nothing else, so that a folder or link which it lacks may be there all the same. */
    boolean filesOnly();
}
