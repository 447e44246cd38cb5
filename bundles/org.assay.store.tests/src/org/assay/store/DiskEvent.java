package org.assay.store;

/** What a disk is told about a file, in the order in which it is told, and what was reported as done in between. */
public sealed interface DiskEvent {

    /** Bytes from a position on. */
    record Write(long position, byte[] bytes) implements DiskEvent {
    }

    /** The file ends at this size. */
    record Truncate(long size) implements DiskEvent {
    }

    /** All of the above must be on the disk before this ends. */
    record Force() implements DiskEvent {
    }

    /** Something was reported as done; {@code state} must be found from now on. */
    record Reported(CaseState state) implements DiskEvent {
    }
}
