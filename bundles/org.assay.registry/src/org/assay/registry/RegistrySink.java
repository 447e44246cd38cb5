package org.assay.registry;

import java.util.List;

/**
 * Receives what a reader finds, in the order of the source. A key comes before its values. The same key or value may come more
 * than once: in a {@code .reg} file the last one wins, in a hive it is a sign of damage or of tampering. Names differ only
 * when they differ beyond upper and lower case; the reader gives every spelling it meets.
 *
 * <p>Whatever a method throws ends the reading and reaches the caller of the reader.
 */
public interface RegistrySink {

    void key(RegistryKey key);

    void value(RegistryValue value);

    /** The source says that this key and everything below it is to be absent, as a patch does and a layer over another hive. */
    void deletedKey(List<String> path);

    /** The source says that this value is to be absent. */
    void deletedValue(List<String> key, String name);

    /**
     * A key or value that was deleted once was found in unused space of a hive. Comes only when the reader was asked for it, after all that
     * is still there. Not to be confused with {@link #deletedKey} and {@link #deletedValue}, by which a source asks for a deletion.
     */
    default void remnant(RegistryRemnant remnant) {
        throw new UnsupportedOperationException("this sink did not ask for remnants");
    }

    void problem(RegistryProblem problem);
}
