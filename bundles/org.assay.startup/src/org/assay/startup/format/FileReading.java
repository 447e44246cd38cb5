package org.assay.startup.format;

import org.assay.startup.match.FileStarts;

/** Reads from a file's content what it starts. */
@FunctionalInterface
public interface FileReading {

    /** Never throws, whatever the content; takes time and memory in proportion to it. */
    FileStarts read(byte[] content);
}
