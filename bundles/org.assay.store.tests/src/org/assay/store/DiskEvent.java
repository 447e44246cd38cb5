package org.assay.store;

/** What a disk is told, in the order in which it is told, and what was reported as done in between. */
public sealed interface DiskEvent {

    /** Bytes of a file from a position on. */
    record Write(String file, long position, byte[] bytes) implements DiskEvent {
    }

    /** The file ends at this size. */
    record Truncate(String file, long size) implements DiskEvent {
    }

    /** All that a file holds must be on the disk before this ends; of a folder, all of its names. */
    record Force(String file) implements DiskEvent {
    }

    /** A file gets another name, in place of one that had it. */
    record Rename(String file, String to) implements DiskEvent {
    }

    /** A file has no name any more. */
    record Delete(String file) implements DiskEvent {
    }

    /** Something was reported as done; {@code state} must be found from now on. */
    record Reported(CaseState state) implements DiskEvent {
    }
}
