package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Attribute;
import org.assay.model.Finding;
import org.assay.model.FindingType;
import org.assay.model.Severity;

/** Whoever rewrites a file of the same length and then sets the clock back hides from every check that does not read the content. */
final class ContentUnderSameTime implements FileRule {

    private static final FindingType TYPE = new FindingType("content-under-same-time", "Content changed under the same time",
            "modified files", List.of(Severity.HIGH), List.of("T1070.006"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        boolean found = file.contentDiffers() && !file.differsIn(Attribute.SIZE) && !file.differsIn(Attribute.MODIFIED_TIME);
        return found ? Optional.of(TYPE.found("Its content changed while its size, " + file.item().sizeBytes()
                + " bytes, and its modified time, " + file.item().modified() + ", stayed the same.")) : Optional.empty();
    }
}
