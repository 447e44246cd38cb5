package org.assay.capture.source;

import org.assay.capture.file.FileSystemReader;
import org.assay.capture.linux.LinuxReader;
import org.assay.capture.nio.NioReader;

/** The file systems of the machine that this runs on. */
public final class SystemFiles {

    private SystemFiles() {
    }

    /** The way to read them that sees most. */
    public static FileSystemReader reader() {
        return LinuxReader.isUsable() ? new LinuxReader() : new NioReader();
    }
}
