package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.SignatureStatus;
import org.assay.model.text.Visible;

/** Someone changed a signed program, or dressed one up as signed. A signature that the baseline has broken already is no news. */
final class SignatureInvalid implements FileRule {

    private static final FindingType TYPE = new FindingType("signature-invalid", "Signature that does not hold",
            "new and modified Windows programs", List.of(Severity.HIGH), List.of("T1036.001", "T1554"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        return file.signature().filter(now -> now.status() == SignatureStatus.INVALID)
                .filter(now -> !file.signatureBefore().equals(Optional.of(now)) && !file.isSameContent())
                .map(now -> TYPE.found("It carries a signature" + (now.signer().isEmpty() ? "" : " by " + SignerName.of(now))
                        + " that does not hold. " + Visible.text(now.detail())));
    }
}
