package org.assay.store;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;

/** A class that counts how often it is made or read. */
public final class Canary implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The count, apart so that looking at it makes no canary. */
    static final class Made {
        static final AtomicInteger COUNT = new AtomicInteger();

        private Made() {
        }
    }

    /** Counts itself. */
    public Canary() {
        Made.COUNT.incrementAndGet();
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        Made.COUNT.incrementAndGet();
    }
}
