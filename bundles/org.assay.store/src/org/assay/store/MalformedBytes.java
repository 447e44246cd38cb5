package org.assay.store;

/** Stored bytes that are not what the case format says. Whoever knows which block or row they are from reports it to the user. */
final class MalformedBytes extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedBytes(String message) {
        super(message);
    }

    MalformedBytes(String message, Throwable cause) {
        super(message, cause);
    }
}
