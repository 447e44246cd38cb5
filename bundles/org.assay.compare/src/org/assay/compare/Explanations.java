package org.assay.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.assay.compare.churn.ChurnExplanations;
import org.assay.compare.explain.PackageEvidence;
import org.assay.compare.explain.PrivilegedPrograms;
import org.assay.compare.explain.SignedUpdates;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.Explanation;
import org.assay.model.change.ExplanationKind;
import org.assay.model.item.FileItem;
import org.assay.model.snapshot.SnapshotView;

/** What changes are explained by. */
final class Explanations {

    private static final String KNOWN_BAD = "known-bad";
    /**
     * Findings that no record of a content answers: they are about what contradicts it, or about what no record knows, such as rights and
     * names. A change with one of them stays unexplained.
     */
    private static final Set<String> NEVER_EXPLAINED = Set.of(KNOWN_BAD, "package-contradicted",
            "capability-gained", "made-writable-for-all", "acl-widened",
            "hostile-name", "look-alike-name", "name-with-nul", "program-in-stream", "signature-lost", "other-signer", "signature-invalid",
            "earlier-version");

    private final PackageEvidence packages;
    private final ChurnExplanations churn;
    private final List<Voucher> vouchers;
    private final Map<Integer, Explanation> vouched = new HashMap<>();

    Explanations(PackageEvidence packages, Knowledge knowledge, SnapshotView suspect) {
        this.packages = packages;
        this.churn = new ChurnExplanations(knowledge.policies(), suspect);
        this.vouchers = knowledge.vouchers();
    }

    /** {@code changes}, which have their findings, each explained if something explains it. */
    List<Change> explain(List<Change> changes, Supplier<ChangeBuffer> buffers) {
        vouchers.forEach(voucher -> voucher.explain(changes).forEach(vouched::putIfAbsent));
        ChangeBuffer explained = buffers.get();
        changes.forEach(change -> explained.add(explain(change)));
        return explained.end();
    }

    private Change explain(Change change) {
        Optional<Explanation> accepted = Optional.ofNullable(vouched.get(change.number()))
                .filter(found -> found.kind() == ExplanationKind.ACCEPTED);
        if (accepted.isPresent() && change.findings().stream().noneMatch(finding -> finding.code().equals(KNOWN_BAD))) {
            return change.explainedBy(accepted.get());
        }
        if (change.findings().stream().anyMatch(finding -> NEVER_EXPLAINED.contains(finding.code()))) {
            return change;
        }
        Optional<Explanation> explanation = packages.explain(change).or(() -> SignedUpdates.explain(change))
                .or(() -> Optional.ofNullable(vouched.get(change.number()))).filter(found -> answersItsRights(change, found))
                .or(() -> churn.explain(change));
        return explanation.map(change::explainedBy).orElse(change);
    }

    /** Whether more rights than a file had are those that such a program has everywhere, and its package vouches for the content. */
    private static boolean answersItsRights(Change change, Explanation explanation) {
        return change.findings().stream().noneMatch(finding -> finding.code().equals("set-id-gained"))
                || explanation.kind() == ExplanationKind.LAYER
                || explanation.kind() == ExplanationKind.PACKAGE && PrivilegedPrograms.contain((FileItem) change.item());
    }
}
