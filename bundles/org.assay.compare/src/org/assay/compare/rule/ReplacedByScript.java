package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;

/** Somebody's work went while a program or script of its name came. */
final class ReplacedByScript implements ChangeRule {

    private static final FindingType TYPE = new FindingType("replaced-by-script", "Replaced by a script",
            "removed documents and new scripts of their names", List.of(Severity.HIGH), List.of("T1485"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(Change change, ComparisonContext context) {
        return context.replacements().counterpart(change).map(other -> {
            boolean isNew = change.kind() == ChangeKind.ADDED;
            Location gone = isNew ? other.location() : change.location();
            Location came = isNew ? change.location() : other.location();
            return TYPE.found(gone.text() + " is gone, and a program or script of its name came: " + came.text() + ".");
        });
    }
}
