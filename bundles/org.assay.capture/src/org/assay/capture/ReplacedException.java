package org.assay.capture;

import java.nio.file.FileSystemException;

/** Where one file was, another is now. */
final class ReplacedException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    ReplacedException(String file) {
        super(file);
    }
}
