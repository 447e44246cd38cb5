package org.assay.capture.walk;

/** Carries what one thread threw to another. */
final class Failures {

    private Failures() {
    }

    static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            default -> new IllegalStateException(cause);
        };
    }
}
