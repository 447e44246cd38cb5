package org.assay.compare.rule;

import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;

/** Judges changes one by one, by one thing that each may show. */
public non-sealed interface ChangeRule extends FindingRule {

    /** The finding that {@code change}, a numbered one, gives, if it gives any. */
    Optional<Finding> judge(Change change, ComparisonContext context);
}
