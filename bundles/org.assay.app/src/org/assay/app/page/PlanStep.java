package org.assay.app.page;

import java.util.List;

import org.assay.model.Location;

/**
 * A step of the remediation that follows from the tags. The words of evidence and of analysts are in it as they are.
 *
 * @param number from 1, in the order in which the steps are done
 * @param change the number of the change that it answers
 * @param phase the part of the work that it belongs to
 * @param what what is done
 * @param before what must be there, or it is not done; empty where it does not depend on what is there
 * @param undo how it is undone; empty where it is not
 * @param carriers the files of the export that do it; none where a person must
 * @param reason who decided it and why
 * @param byHand why a person must do it, and then what, in order; none where a file of the export does it
 */
public record PlanStep(int number, int change, String phase, Location location, String what, String before, String undo,
        List<String> carriers, String reason, List<String> byHand) {

    public PlanStep {
        carriers = List.copyOf(carriers);
        byHand = List.copyOf(byHand);
    }
}
