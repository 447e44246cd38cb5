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
import org.assay.model.item.SignatureStatus;

/** A worm puts itself wherever it might be started from; what is installed is there once. */
final class CopiedWidely implements FileRule {

    private static final FindingType TYPE = new FindingType("copied-widely", "The same new program under many names",
            "new programs, libraries and scripts", List.of(Severity.MEDIUM), List.of("T1570", "T1080"));
    private static final int LEAST = 3;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        boolean isSigned = file.signature().filter(signature -> signature.status() == SignatureStatus.VALID).isPresent();
        int places = file.kind() == ChangeKind.ADDED && !isSigned && FileNames.runnable(file.item()).isPresent()
                ? file.item().sha256().map(context.copies()::places).orElse(0) : 0;
        return places >= LEAST ? Optional.of(TYPE.found("The same content came under " + places + " names.")) : Optional.empty();
    }
}
