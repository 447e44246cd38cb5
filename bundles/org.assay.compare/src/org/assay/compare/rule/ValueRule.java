package org.assay.compare.rule;

import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.item.ValueItem;

/** A rule that looks at the data of registry values that are new or modified. */
interface ValueRule extends ChangeRule {

    /** @param change the change that brought {@code value} */
    Optional<Finding> judge(ValueItem value, Change change);

    @Override
    default Optional<Finding> judge(Change change, ComparisonContext context) {
        return change.kind() != ChangeKind.REMOVED && change.item() instanceof ValueItem value ? judge(value, change) : Optional.empty();
    }
}
