package org.assay.compare.rule;

import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.model.change.Change;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;

/** Judges changes by one thing that they may show. It knows nothing of other rules; its class says why the thing matters. */
public interface FindingRule {

    /** What all its findings have in common. */
    FindingType type();

    /** The finding that {@code change}, a numbered one, gives, if it gives any. */
    Optional<Finding> judge(Change change, ComparisonContext context);
}
