package org.assay.remedy.offline;

import java.io.IOException;
import java.nio.file.Path;

import org.assay.remedy.plan.Step;

/** Fuzz target: whatever a plan holds, it is refused, or each of its steps says what it is about and from which state to which. */
public final class PlanFileFuzz {

    private PlanFileFuzz() {
    }

    /** Takes one input, a plan. */
    public static void fuzzerTestOneInput(byte[] plan) {
        PlanFile read;
        try {
            read = PlanFile.read(plan, Path.of("export"), "0".repeat(64));
        } catch (IOException e) {
            return;
        }
        for (Step step : read.steps()) {
            if (step.number() < 1 || step.action().change() < 1 || step.action().location().components().isEmpty()
                    || step.action().before().isEmpty() && step.action().after().isEmpty()) {
                throw new AssertionError("a step that does nothing: " + step);
            }
        }
    }
}
