package org.assay.remedy.plan;

/**
 * The order of work. Registry data comes before files, for a machine whose programs are started through a worm's file (W32.PrettyPark)
 * cannot start anything once that file is gone.
 */
public enum Phase {
    /** Stop what runs: first what the system would start again, then processes. */
    STOP,
    /** Take out of the registry what was added to it, and with it what starts the rest. */
    DISARM,
    /** Restore the registry's keys and values. */
    REGISTRY,
    /** Move files away, those that start something first. */
    MOVE,
    /** Put back what the baseline has, folders first. */
    RESTORE,
    /** Take away the folders that are empty now. */
    TIDY,
    /** Restart the machine. */
    RESTART,
    /** What a person does. */
    PERSON
}
