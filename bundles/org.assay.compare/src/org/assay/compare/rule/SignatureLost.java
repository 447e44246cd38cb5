package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.compare.explain.CatalogueVerdict;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.SignatureStatus;

/** Whoever changes a signed program breaks its signature or has to take it off. */
final class SignatureLost implements FileRule {

    private static final FindingType TYPE = new FindingType("signature-lost", "Signature lost", "modified Windows programs",
            List.of(Severity.HIGH), List.of("T1554"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        boolean lost = file.signature().filter(now -> now.status() == SignatureStatus.UNSIGNED).isPresent();
        return file.signatureBefore().filter(was -> lost && was.status() == SignatureStatus.VALID)
                .filter(_ -> context.packages().catalogues(file.change()) != CatalogueVerdict.LISTED)
                .map(was -> TYPE.found("It was signed by " + SignerName.of(was) + " and carries no signature now."));
    }
}
