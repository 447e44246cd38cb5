package org.assay.model;

import java.util.function.BooleanSupplier;

/** Told of long work by the stage that does it, and asked whether to stop. Calls may come from any thread. */
public interface Progress {

    /** Tells nobody and never stops. */
    Progress NONE = quiet(() -> false);

    /** Tells nobody, and stops when {@code cancelled} says so. */
    static Progress quiet(BooleanSupplier cancelled) {
        return new Progress() {
            @Override
            public void begin(String task) {
            }

            @Override
            public void advance(long items, long bytes) {
            }

            @Override
            public boolean isCancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }

    /** A new stage begins; {@code task} is a short phrase for people. Counts start at 0 again. */
    void begin(String task);

    /** That many more items and bytes are done. */
    void advance(long items, long bytes);

    /** How much the whole stage is thought to be, once that is known; a guess, and it may be told more than once. */
    default void expect(long items, long bytes) {
    }

    /** Whether somebody watches, so that counting ahead for {@link #expect} is worth its cost. */
    default boolean isWatched() {
        return false;
    }

    /** Whether the user wants to stop. Asked often. */
    boolean isCancelled();
}
