package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;

/** A package knows what its files hold, and people do not edit these; whoever replaced one did not use the package manager. */
final class PackageContradicted implements FileRule {

    private static final FindingType TYPE = new FindingType("package-contradicted", "Content contradicts its package",
            "files that a package owns", List.of(Severity.HIGH), List.of("T1554"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        return context.packages().contradiction(file.change()).map(TYPE::found);
    }
}
