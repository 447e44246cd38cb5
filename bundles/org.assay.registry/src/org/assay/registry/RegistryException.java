package org.assay.registry;

import java.util.Objects;

/** A failure of a whole source or output. The message is a sentence for the user with the file and what to do. */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Code {
        /** The file cannot be opened or read. */
        UNREADABLE,
        /** The file starts as none of the formats that hold registry data. */
        UNKNOWN_FORMAT,
        /** The first line is not the header of a registry export. */
        NOT_A_REG_FILE,
        /** The file does not start as a registry hive. */
        NOT_A_HIVE,
        /** A hive is damaged or outdated, or of a kind that is not written, and was not changed. */
        NOT_EDITABLE,
        /** A {@code .reg} file cannot express what was asked for. */
        INEXPRESSIBLE,
        /** The output cannot be written. */
        UNWRITABLE
    }

    private final Code code;

    public RegistryException(Code code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code);
    }

    public RegistryException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code);
    }

    public static RegistryException unreadable(String name, Throwable cause) {
        return new RegistryException(Code.UNREADABLE, RegistryText.visible(name) + " cannot be read: "
                + RegistryText.visible(String.valueOf(cause.getMessage()))
                + ". Check that the file exists, that you have permission to read it and that its disk is free of errors.", cause);
    }

    public Code code() {
        return code;
    }
}
