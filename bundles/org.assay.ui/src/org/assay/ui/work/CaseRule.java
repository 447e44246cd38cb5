package org.assay.ui.work;

import org.eclipse.core.runtime.jobs.ISchedulingRule;

/** What may run beside what on a case. One rule serves one job. */
final class CaseRule implements ISchedulingRule {

    /** How a job uses the case. */
    enum Use {
        /** Beside anything but a change of the case. */
        SHARED,
        /** One after the other, so that the last decision on a change is the one that stays. */
        DECIDING,
        /** Alone, for it puts another case in place. */
        REPLACING
    }

    private final Use use;

    CaseRule(Use use) {
        this.use = use;
    }

    @Override
    public boolean contains(ISchedulingRule rule) {
        return rule == this;
    }

    @Override
    public boolean isConflicting(ISchedulingRule rule) {
        return rule == this || rule instanceof CaseRule other && (use == Use.REPLACING || other.use == Use.REPLACING
                || use == Use.DECIDING && other.use == Use.DECIDING);
    }
}
