package org.assay.capture.walk;

/** What the walk met, in its order, on the way to the sink. */
sealed interface Pending {

    /**
     * Something that needs no reading.
     *
     * @param weight for how many places it counts
     */
    record Ready(Captured captured, int weight) implements Pending {
    }

    /**
     * Names that a thread reads, or will.
     *
     * @param weight for how many places they count together
     */
    record Reading(Batch batch, int weight) implements Pending {
    }

    /** The walk is over. */
    record End() implements Pending {
    }

    /** The walk cannot go on. */
    record Failed(Throwable cause) implements Pending {
    }
}
