package org.assay.app.page;

import java.util.List;

/**
 * What an export would hold if it were made now.
 *
 * @param files those that a person reads or runs
 */
public record RemediationSheet(List<PlanStep> steps, List<Preview> files) {

    /**
     * A file of the export.
     *
     * @param text its beginning
     * @param isWhole whether that is all of it
     */
    public record Preview(String name, String text, boolean isWhole) {
    }

    public RemediationSheet {
        steps = List.copyOf(steps);
        files = List.copyOf(files);
    }

    /** How many steps no file of the export does. */
    public long manualSteps() {
        return steps.stream().filter(step -> !step.byHand().isEmpty()).count();
    }
}
