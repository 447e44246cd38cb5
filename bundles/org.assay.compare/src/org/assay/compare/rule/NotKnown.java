package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileNames;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.FileItem;

/** What one side could not read may have been there all the same. */
final class NotKnown implements ChangeRule {

    private static final FindingType TYPE = new FindingType("not-known", "Not known to be new or gone",
            "new and removed items where the other side has a gap", List.of(Severity.MEDIUM, Severity.LOW), List.of());

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(Change change, ComparisonContext context) {
        boolean isNew = change.kind() == ChangeKind.ADDED;
        boolean runs = change.item() instanceof FileItem file && FileNames.runnable(file).isPresent();
        return context.gapBehind(change).map(gap -> TYPE.found(runs ? Severity.MEDIUM : Severity.LOW, "The "
                + (isNew ? "baseline" : "suspect") + " could not read " + gap.location().text() + ", so whether it is "
                + (isNew ? "new" : "gone") + " is not known."));
    }
}
