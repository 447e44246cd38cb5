package org.assay.startup;

/** Reads from a file's content what it starts. */
@FunctionalInterface
interface FileReading {

    /** Never throws, whatever the content; takes time and memory in proportion to it. */
    FileStarts read(byte[] content);
}
