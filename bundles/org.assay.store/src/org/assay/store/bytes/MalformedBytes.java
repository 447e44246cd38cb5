package org.assay.store.bytes;

/** Stored bytes that are not what the case format says. Whoever knows which block or row they are from reports it to the user. */
public final class MalformedBytes extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedBytes(String message) {
        super(message);
    }

    public MalformedBytes(String message, Throwable cause) {
        super(message, cause);
    }
}
