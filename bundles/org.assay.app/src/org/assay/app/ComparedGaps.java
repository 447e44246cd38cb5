package org.assay.app;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Glob;

/** What is not known of either side of a comparison: what it could not read, and what only the other was asked for. */
public record ComparedGaps(List<Gap> baseline, List<Gap> suspect) {

    /** Those of places that could not be read. */
    public ComparedGaps notRead() {
        return new ComparedGaps(baseline.stream().filter(ComparedGaps::wasAsked).toList(),
                suspect.stream().filter(ComparedGaps::wasAsked).toList());
    }

    /** Those of places that only the other side was asked for, of both sides by place. */
    public List<Gap> notAsked() {
        return Stream.concat(baseline.stream(), suspect.stream()).filter(gap -> !wasAsked(gap))
                .sorted(Comparator.comparing(Gap::location, Location.ORDER)).toList();
    }

    private static boolean wasAsked(Gap gap) {
        return gap.reason() != GapReason.NOT_ASKED;
    }

    /** How many there are on both sides. */
    public int count() {
        return baseline.size() + suspect.size();
    }

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
