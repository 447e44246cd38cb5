package org.assay.registry.file;

/** A record cannot be what it claims to be. The reader of that part reports it as a problem and carries on. */
public final class CorruptRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long position;

    /**
     * @param position byte offset from the start of the file
     * @param message a sentence for the problem
     */
    public CorruptRecordException(long position, String message) {
        super(message, null, false, false);
        this.position = position;
    }

    public long position() {
        return position;
    }
}
