package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;

/** Something that runs was rewritten: an update, or an infection. */
final class ModifiedProgram implements FileRule {

    private static final FindingType TYPE = new FindingType("modified-program", "Modified program",
            "modified programs, libraries and scripts", List.of(Severity.MEDIUM), List.of("T1554"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        return FileNames.runnable(file.item()).or(() -> file.before().flatMap(FileNames::runnable)).filter(_ -> file.contentDiffers())
                .map(what -> TYPE.found("It is a " + what + " and its content changed."));
    }
}
