package org.assay.compare.rule;

import java.util.List;
import java.util.Optional;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.FileChange;
import org.assay.model.Severity;
import org.assay.model.change.Finding;
import org.assay.model.change.FindingType;
import org.assay.model.item.ProgramVersion;

/** Updates go forward. An older build of a program, signed as ever, brings back the holes that the newer one closed. */
final class EarlierVersion implements FileRule {

    private static final FindingType TYPE = new FindingType("earlier-version", "Earlier version", "modified Windows programs",
            List.of(Severity.MEDIUM), List.of("T1562.010"));

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Optional<Finding> judge(FileChange file, ComparisonContext context) {
        if (!file.contentDiffers()) {
            return Optional.empty();
        }
        Optional<ProgramVersion> is = file.item().details().version();
        return file.before().flatMap(before -> before.details().version())
                .filter(was -> is.isPresent() && is.get().compareNumber(was) < 0)
                .map(was -> TYPE.found("Its version was " + was.number() + " and is " + is.orElseThrow().number() + " now."));
    }
}
