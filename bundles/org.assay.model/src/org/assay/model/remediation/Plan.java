package org.assay.model.remediation;

import java.util.List;

/**
 * The remediation that follows from the tags, in the order in which it must be done: registry first, then files, for a machine whose
 * programs are started through a worm's file cannot start anything once that file is gone.
 */
public record Plan(List<Action> actions) {

    public Plan {
        actions = List.copyOf(actions);
    }
}
