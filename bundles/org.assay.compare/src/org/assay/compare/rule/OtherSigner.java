package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Finding;
import org.assay.model.FindingType;
import org.assay.model.Severity;
import org.assay.model.Signature;
import org.assay.model.SignatureStatus;

/** An update comes from the same signer; names can be claimed by anyone, so that the same name proves nothing. */
final class OtherSigner implements FileRule {

    private static final FindingType TYPE = new FindingType("other-signer", "Other signer", "modified Windows programs",
            List.of(Severity.MEDIUM), List.of("T1553.002"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        Optional<Signature> was = file.signatureBefore().filter(before -> before.status() == SignatureStatus.VALID);
        return file.signature().filter(now -> now.status() == SignatureStatus.VALID)
                .filter(now -> was.filter(before -> !isSameSigner(before, now)).isPresent())
                .map(now -> TYPE.found("It was signed by " + SignerName.of(was.orElseThrow()) + " and is signed by " + SignerName.of(now)
                        + " now."));
    }

    /** Who signs with the same key is the same under another name; another key under the same names is a certificate renewed, as often. */
    private static boolean isSameSigner(Signature one, Signature other) {
        return one.key().isPresent() && one.key().equals(other.key())
                || one.signer().equals(other.signer()) && one.issuer().equals(other.issuer());
    }
}
