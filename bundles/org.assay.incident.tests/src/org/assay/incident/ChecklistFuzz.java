package org.assay.incident;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.incident.Checklist;

/**
 * Fuzz target: whatever a checklist's file holds, it is read in bounds or refused with a sentence that names a line, and twice the same.
 */
public final class ChecklistFuzz {

    private ChecklistFuzz() {
    }

    /** Takes one input, a checklist. */
    public static void fuzzerTestOneInput(byte[] toml) {
        try {
            Checklist read = ChecklistReader.read(toml, "x");
            if (!read.equals(ChecklistReader.read(toml, "x")) || read.points().size() > 1_000
                    || read.points().stream().map(Checklist.Point::id).distinct().count() < read.points().size()) {
                throw new AssertionError("this is no checklist: " + read);
            }
        } catch (AssayException e) {
            if (e.code() != ErrorCode.WRONG_USAGE || e.getMessage().isBlank()) {
                throw new AssertionError("refused without a sentence", e);
            }
        }
    }
}
