package org.assay.capture.file;

import java.nio.file.FileSystemException;

/** Where one file was, another is now. */
public final class ReplacedException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    public ReplacedException(String file) {
        super(file);
    }
}
