package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.compare.context.FileNames;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.field.Attribute;

/** A program, library or script that was not there, or was not one. What may have been there before is not called new. */
final class NewProgram implements FileRule {

    private static final FindingType TYPE = new FindingType("new-program", "New program",
            "new and modified programs, libraries and scripts", List.of(Severity.MEDIUM), List.of("T1105"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        boolean isNew = file.kind() == ChangeKind.ADDED && context.gapBehind(file.change()).isEmpty();
        return FileNames.runnable(file.item()).filter(_ -> isNew || file.isThere() && became(file)).map(what -> TYPE.found(isNew
                ? "By its name or mode it is a " + what + " that the baseline does not have here."
                : "By its name or mode it is now a " + what + "; in the baseline it was not."));
    }

    private static boolean became(FileChange file) {
        return file.before().filter(was -> FileNames.runnable(was).isEmpty()).isPresent() && (file.kind() == ChangeKind.MOVED
                || file.differsIn(Attribute.MODE) || file.differsIn(Attribute.KIND));
    }
}
