package org.assay.remedy.plan;

import java.util.List;

/** The remediation that follows from the tags, in the order in which it must be done: that of {@link Phase}. */
public record Plan(List<Step> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /** What the steps do, in their order. */
    public List<Action> actions() {
        return steps.stream().map(Step::action).toList();
    }
}
