package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.compare.explain.CatalogueVerdict;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.SignatureStatus;

/**
 * Most programs that are made for sale are signed, and most worms are not. What Windows brings along is listed in catalogues; where these
 * were not looked at, nothing is said.
 */
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
                .flatMap(_ -> sentence(context.packages().catalogues(file.change()))).map(TYPE::found);
    }

    private static Optional<String> sentence(CatalogueVerdict verdict) {
        return switch (verdict) {
            case NO_CATALOGUES -> Optional.of("It is a Windows program that carries no signature.");
            case NOT_LISTED -> Optional.of("It is a Windows program that carries no signature, and no catalogue of its system lists it.");
            case LISTED_BY_STRANGER -> Optional.of("It is a Windows program that carries no signature; a catalogue lists it whose signer"
                    + " signed none in the baseline.");
            case NOT_LOOKED_AT, LISTED -> Optional.empty();
        };
    }
}
