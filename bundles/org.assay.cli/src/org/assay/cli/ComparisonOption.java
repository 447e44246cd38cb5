package org.assay.cli;

import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.model.AssayException;
import org.assay.model.Comparison;
import org.assay.model.ErrorCode;

/** Which comparison of the case is meant: the latest, unless one is named. */
final class ComparisonOption {

    @Option(names = "--comparison", paramLabel = "N", description = "The comparison's number; the latest where this is left out.")
    private Optional<Long> number;

    long in(Case openCase) {
        if (number.isPresent()) {
            return openCase.comparison(number.get()).id();
        }
        List<Comparison> comparisons = openCase.comparisons();
        if (comparisons.isEmpty()) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "the case holds no comparison yet: run 'assay compare BASELINE SUSPECT' first");
        }
        return comparisons.getLast().id();
    }
}
