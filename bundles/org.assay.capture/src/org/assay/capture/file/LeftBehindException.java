package org.assay.capture.file;

/** This thread's call took so long that nobody waits for what it finds any more: it is to close what it has open and end. */
public final class LeftBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeftBehindException() {
        super("the call returned too late", null, false, false);
    }
}
