package org.assay.ui.grid;

import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Decision;
import org.assay.model.snapshot.SnapshotState;

/** What the look of a text says; which colour says it is the {@link Palette}'s business. */
public enum Tint {
    NONE, QUIET,
    /** Reads best in letters of equal width. */
    CODE,
    /** Is a path, of which the end says most. */
    PATH,
    ADDED, MODIFIED, REMOVED, MOVED, HIGH, MEDIUM, QUARANTINE, REPAIR, ACCEPT, INVESTIGATE;

    public static Tint of(ChangeKind kind) {
        return switch (kind) {
            case ADDED -> ADDED;
            case MODIFIED -> MODIFIED;
            case REMOVED -> REMOVED;
            case MOVED -> MOVED;
        };
    }

    public static Tint of(Severity severity) {
        return switch (severity) {
            case HIGH -> HIGH;
            case MEDIUM -> MEDIUM;
            case LOW -> NONE;
            case INFO -> QUIET;
        };
    }

    public static Tint of(SnapshotState state) {
        return switch (state) {
            case COMPLETE -> NONE;
            case PARTIAL -> MEDIUM;
            case RUNNING, CANCELLED, FAILED -> HIGH;
        };
    }

    public static Tint of(Decision decision) {
        return switch (decision) {
            case QUARANTINE -> QUARANTINE;
            case REPAIR -> REPAIR;
            case ACCEPT -> ACCEPT;
            case INVESTIGATE -> INVESTIGATE;
        };
    }
}
