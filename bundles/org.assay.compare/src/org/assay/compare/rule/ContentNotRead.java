package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.field.Attribute;

/** One side's content is unknown, so the change of content is a suspicion. */
final class ContentNotRead implements FileRule {

    private static final FindingType TYPE = new FindingType("content-not-read", "Content could not be read",
            "files whose content one side could not read", List.of(Severity.MEDIUM), List.of());

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        boolean found = file.differsIn(Attribute.CONTENT) && !file.contentDiffers();
        String side = file.item().sha256().isEmpty() ? "suspect" : "baseline";
        return found ? Optional.of(TYPE.found("Its content could not be read in the " + side + ", so whether it changed is not known."))
                : Optional.empty();
    }
}
