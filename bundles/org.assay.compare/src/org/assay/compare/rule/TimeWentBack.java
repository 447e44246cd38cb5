package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.Untold;

/** New content with an older time was copied in from elsewhere, or its time was set by hand. */
final class TimeWentBack implements FileRule {

    private static final FindingType TYPE = new FindingType("time-went-back", "Modified time went back", "modified files",
            List.of(Severity.MEDIUM), List.of("T1070.006"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        return file.before().filter(was -> file.contentDiffers()
                && file.isReported(Untold.MODIFIED_TIME) && file.item().modified().isBefore(was.modified()))
                .map(was -> TYPE.found("Its content changed, yet its modified time went back from " + was.modified() + " to "
                        + file.item().modified() + "."));
    }
}
