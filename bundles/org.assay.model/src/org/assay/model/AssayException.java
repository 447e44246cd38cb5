package org.assay.model;

/** A failure whose message is a sentence for the user: what happened, where, and what to do. */
public final class AssayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public AssayException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public AssayException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
