package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.field.Attribute;
import org.assay.model.item.FileKind;
import org.assay.model.item.Untold;

/**
 * Writing sets the time, so whoever rewrites a file and leaves no new time has set the clock back, and hides from every check that goes by
 * times; where the size stays, too, from every check that does not read the content.
 */
final class ContentUnderSameTime implements FileRule {

    private static final FindingType TYPE = new FindingType("content-under-same-time", "Content changed under the same time",
            "modified files", List.of(Severity.HIGH), List.of("T1070.006"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        // A stream has the time of its file, which not every driver sets when the stream alone is written.
        boolean found = file.item().kind() == FileKind.FILE && file.contentDiffers() && !file.differsIn(Attribute.MODIFIED_TIME)
                && file.isReported(Untold.MODIFIED_TIME) && file.isReported(Untold.SIZE);
        return file.before().filter(_ -> found).map(was -> TYPE.found(file.differsIn(Attribute.SIZE)
                ? "Its content and size changed, from " + was.sizeBytes() + " to " + file.item().sizeBytes()
                        + " bytes, while its modified time, " + file.item().modified() + ", stayed the same."
                : "Its content changed while its size, " + was.sizeBytes() + " bytes, and its modified time, " + file.item().modified()
                        + ", stayed the same."));
    }
}
