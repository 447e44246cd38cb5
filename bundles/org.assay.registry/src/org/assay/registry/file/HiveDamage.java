package org.assay.registry.file;

/** Something in a hive cannot be what it claims to be; whoever reads the part records it as a problem and goes on. */
public final class HiveDamage extends Exception {

    private static final long serialVersionUID = 1L;

    private final long position;

    /**
     * @param position byte offset from the start of the file
     * @param message a sentence for the problem
     */
    public HiveDamage(long position, String message) {
        super(message, null, false, false);
        this.position = position;
    }

    public long position() {
        return position;
    }
}
