package org.assay.store;

import java.nio.file.Path;
import java.util.function.Supplier;

import org.assay.model.change.ChangeBuffer;
import org.assay.store.channel.SpilledBytes;
import org.assay.store.snapshot.PackedChanges;

/**
 * Places for changes on their way into a comparison. They hold changes as they are as long as the memory that Java may take suffices for
 * them; more are packed into a file.
 *
 * @param folder where such a file is made
 */
record ChangeBuffers(Path folder) implements Supplier<ChangeBuffer> {

    /** How many bytes of Java's memory there must be for a change that a comparison holds as it is, with its items, in several lists. */
    private static final long MEMORY_A_CHANGE = 4 << 10;

    @Override
    public ChangeBuffer get() {
        return new PackedChanges((int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / MEMORY_A_CHANGE),
                new SpilledBytes(folder));
    }
}
