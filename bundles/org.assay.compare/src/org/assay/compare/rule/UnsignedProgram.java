package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.SignatureStatus;

/** Most programs that are made for sale are signed, and most worms are not; what Windows brings along is vouched for in catalogues. */
final class UnsignedProgram implements FileRule {

    private static final FindingType TYPE = new FindingType("unsigned-program", "Unsigned program", "new Windows programs",
            List.of(Severity.LOW), List.of("T1105"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        return file.signature().filter(now -> file.kind() == ChangeKind.ADDED && now.status() == SignatureStatus.UNSIGNED)
                .map(_ -> TYPE.found("It is a Windows program that carries no signature."));
    }
}
