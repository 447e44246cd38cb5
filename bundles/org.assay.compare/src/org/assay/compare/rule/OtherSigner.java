package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.Signature;
import org.assay.model.item.SignatureStatus;

/** An update comes from the same signer; names can be claimed by anyone, so that the same name proves nothing. */
final class OtherSigner implements FileRule {

    private static final FindingType TYPE = new FindingType("other-signer", "Other signer", "modified Windows programs",
            List.of(Severity.HIGH, Severity.MEDIUM), List.of("T1553.002"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        Optional<Signature> was = file.signatureBefore().filter(before -> before.status() == SignatureStatus.VALID);
        return file.signature().filter(now -> now.status() == SignatureStatus.VALID)
                .filter(now -> was.filter(before -> !isSameSigner(before, now)).isPresent())
                .map(now -> found(was.orElseThrow(), now));
    }

    private static Finding found(Signature was, Signature now) {
        boolean selfMade = isSelfMade(now) && !isSelfMade(was);
        String own = selfMade ? " The certificate is one that somebody made for himself." : "";
        return TYPE.found(selfMade ? Severity.HIGH : Severity.MEDIUM, hasSameNames(was, now)
                ? "It is signed by " + SignerName.of(now) + " as before, but with another key: the certificate was renewed, or somebody"
                        + " made one under the same names." + own
                : "It was signed by " + SignerName.of(was) + " and is signed by " + SignerName.of(now) + " now." + own);
    }

    private static boolean isSelfMade(Signature signature) {
        return signature.signer().equals(signature.issuer());
    }

    /** Who signs with the same key is the same under another name. Of signatures that an older Assay read the keys are not known. */
    private static boolean isSameSigner(Signature one, Signature other) {
        return one.key().isPresent() && other.key().isPresent() ? one.key().equals(other.key()) : hasSameNames(one, other);
    }

    private static boolean hasSameNames(Signature one, Signature other) {
        return one.signer().equals(other.signer()) && one.issuer().equals(other.issuer());
    }
}
