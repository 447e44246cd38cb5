package org.assay.startup.format;

/** A file is not what it should be; the message says why as a phrase. */
public final class DamagedFile extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedFile(String message) {
        super(message);
    }
}
