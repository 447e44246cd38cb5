package org.assay.store;

import org.assay.model.change.ChangeBuffer;
import org.assay.store.snapshot.PackedChanges;

/** Places for changes on their way into a comparison. */
public final class ChangeBuffers {

    /** How many bytes of Java's memory there must be for a change that a comparison holds as it is, with its items, in several lists. */
    private static final long MEMORY_A_CHANGE = 4 << 10;

    private ChangeBuffers() {
    }

    /** One that holds changes as they are as long as the memory that Java may take suffices for them, and packed when there are more. */
    public static ChangeBuffer fitting() {
        return new PackedChanges((int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / MEMORY_A_CHANGE));
    }
}
