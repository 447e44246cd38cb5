package org.assay.app;

import java.util.List;

import org.assay.model.Gap;
import org.assay.model.Glob;

/** What could not be read on either side of a comparison. */
public record ComparedGaps(List<Gap> baseline, List<Gap> suspect) {

    public boolean isEmpty() {
        return baseline.isEmpty() && suspect.isEmpty();
    }

    /** Those at, above and within the locations that match. */
    public ComparedGaps within(Glob glob) {
        return new ComparedGaps(touching(baseline, glob), touching(suspect, glob));
    }

    private static List<Gap> touching(List<Gap> gaps, Glob glob) {
        return gaps.stream().filter(gap -> glob.mayMatchWithin(gap.location())).toList();
    }
}
