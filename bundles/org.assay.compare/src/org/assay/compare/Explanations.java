package org.assay.compare;

import java.util.Optional;
import java.util.Set;

import org.assay.compare.churn.ChurnExplanations;
import org.assay.compare.context.ComparisonContext;
import org.assay.compare.explain.PrivilegedPrograms;
import org.assay.compare.explain.SignedUpdates;
import org.assay.model.Change;
import org.assay.model.Explanation;
import org.assay.model.ExplanationKind;
import org.assay.model.FileItem;

/** What changes are explained by. */
final class Explanations {

    /**
     * Findings that no record of a content answers: they are about what contradicts it, or about what no record knows, such as rights and
     * names. A change with one of them stays unexplained.
     */
    private static final Set<String> NEVER_EXPLAINED = Set.of("package-contradicted", "capability-gained", "made-writable-for-all",
            "hostile-name", "look-alike-name", "name-with-nul", "program-in-stream", "signature-lost", "other-signer", "signature-invalid",
            "earlier-version");

    private final ComparisonContext context;
    private final ChurnExplanations churn;

    Explanations(ComparisonContext context, ChurnExplanations churn) {
        this.context = context;
        this.churn = churn;
    }

    /** {@code change}, which has its findings, explained if something explains it. */
    Change explain(Change change) {
        if (change.findings().stream().anyMatch(finding -> NEVER_EXPLAINED.contains(finding.code()))) {
            return change;
        }
        Optional<Explanation> explanation = context.packages().explain(change).filter(found -> answersItsRights(change, found))
                .or(() -> SignedUpdates.explain(change)).or(() -> churn.explain(change));
        return explanation.map(change::explainedBy).orElse(change);
    }

    /** Whether more rights than a file had are those that such a program has everywhere, and its package vouches for the content. */
    private static boolean answersItsRights(Change change, Explanation explanation) {
        return change.findings().stream().noneMatch(finding -> finding.code().equals("set-id-gained"))
                || explanation.kind() == ExplanationKind.PACKAGE && PrivilegedPrograms.contain((FileItem) change.item());
    }
}
