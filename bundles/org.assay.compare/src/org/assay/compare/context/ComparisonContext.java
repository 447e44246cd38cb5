package org.assay.compare.context;

import java.util.List;
import java.util.Optional;

import org.assay.compare.explain.PackageEvidence;
import org.assay.model.change.Change;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.SnapshotView;

/**
 * What a rule may ask about beyond the one change that it judges: what either snapshot could not read, and the other changes.
 *
 * @param baseline what the baseline could not read
 * @param suspect what the suspect could not read
 * @param packages what packages say of files
 * @param contents the kept contents of both
 * @param replacements which changes belong together because one thing took another's place
 * @param copies in how many places a content is new
 */
public record ComparisonContext(GapCover baseline, GapCover suspect, PackageEvidence packages, Contents contents,
        Replacements replacements, Copies copies) {

    /** Two snapshots, for what they keep of contents. */
    public record Contents(SnapshotView baseline, SnapshotView suspect) {
    }


    /** Of a comparison with these gaps and these numbered changes. */
    public static ComparisonContext of(GapCover baseline, GapCover suspect, PackageEvidence packages, Contents contents,
            List<Change> changes) {
        return new ComparisonContext(baseline, suspect, packages, contents, Replacements.among(changes), Copies.among(changes));
    }

    /** The lines of a changed file before and now; empty where a content that there is was not kept. */
    public Optional<TextPair> texts(Change change) {
        return TextPair.of(change, contents.baseline(), contents.suspect());
    }

    /** The gap of the side that lacks the item, if it may be there all the same: then neither new nor gone is certain. */
    public Optional<Gap> gapBehind(Change change) {
        return switch (change.kind()) {
            case ADDED -> baseline.over(change.location());
            case REMOVED -> suspect.over(change.location());
            case MODIFIED, MOVED -> Optional.empty();
        };
    }
}
