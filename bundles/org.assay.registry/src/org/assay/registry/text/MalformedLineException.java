package org.assay.registry.text;

/** A line of a {@code .reg} file is not what it must be; the message is the sentence for the problem that its reader records. */
public final class MalformedLineException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean dropsKeyLine;

    public MalformedLineException(String message) {
        this(message, false);
    }

    /** @param dropsKeyLine whether the line that is dropped with the value is a key line, so that the key of what follows is unknown */
    public MalformedLineException(String message, boolean dropsKeyLine) {
        super(message, null, false, false);
        this.dropsKeyLine = dropsKeyLine;
    }

    public boolean dropsKeyLine() {
        return dropsKeyLine;
    }
}
