package org.assay.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.assay.compare.context.ComparisonContext;
import org.assay.compare.context.GapCover;
import org.assay.compare.explain.PackageEvidence;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.CommonScope;
import org.assay.model.field.ItemFields;
import org.assay.model.item.ItemStream;
import org.assay.model.snapshot.SnapshotView;

/**
 * Compares two snapshots: one pass over both, side by side, in {@link Location#ORDER}. Memory grows with the changes, never with what
 * stayed the same.
 *
 * <p><b>What is the same thing.</b> Two items are the same thing when their locations compare as 0: registry names without case, file names
 * exactly. A location begins with the name its tree was given, so two trees without a name meet wherever they were mounted. A snapshot may
 * hold several items at one location, for a hive can hold two keys of one name and an export can say a thing twice. None is dropped: equal
 * ones are paired first, the rest in the order they come, and what is left over is ADDED or REMOVED.
 *
 * <p><b>What is made the same.</b> Names of files that differ in case only are one name in trees of Windows, names in two forms of Unicode
 * are one name, and times that differ by less than a source keeps are the same ({@link org.assay.model.change.Normalisation}).
 *
 * <p><b>What of it is compared</b> the table {@link ItemFields} says, field by field and kind by kind. Of directories not their size and
 * time: what they hold is listed itself; of links not theirs, for only the target matters; of a key not when it was written, for that shows
 * in its values and subkeys. Where the kind differs, only what both kinds have is compared besides. What only one side's source keeps is no
 * difference. Content that only one side could read is one, with a finding that says so; content that neither side could read is not
 * claimed to differ, and the gaps tell of it.
 *
 * <p><b>What moved.</b> A removed and an added regular file with the same content are one MOVED change if no other could be meant: both are
 * longer than 0 bytes, and of all that was removed, added or changed they alone lost and gained that content. A copy that stayed where it
 * was does not matter. Where a gap leaves open whether the one is gone or the other is new, they stay REMOVED and ADDED.
 *
 * <p><b>What a gap does.</b> A change whose location, or one above it, the other side could not read gets the finding {@code not-known}.
 */
public final class SnapshotComparison {

    private final SnapshotView baseline;
    private final SnapshotView suspect;
    private final CommonScope scope;
    private final Supplier<ChangeBuffer> buffers;
    private final GapCover baselineGaps;
    private final GapCover suspectGaps;
    private final Normalised normalised;
    private final PackageEvidence packages;
    private boolean empty;

    private SnapshotComparison(SnapshotView baseline, SnapshotView suspect, CommonScope scope, Supplier<ChangeBuffer> buffers) {
        this.baseline = baseline;
        this.suspect = suspect;
        this.scope = scope;
        this.buffers = buffers;
        this.baselineGaps = new GapCover(baseline.gaps());
        this.suspectGaps = new GapCover(suspect.gaps());
        this.normalised = new Normalised(scope);
        this.packages = new PackageEvidence(baseline, suspect);
    }

    /**
     * The changes from {@code baseline} to {@code suspect}, numbered from 1 by location, with their findings. Equal snapshots give the same
     * changes in the same order each time.
     *
     * @throws AssayException with {@link ErrorCode#CANCELLED} when {@code progress} says so, with {@link ErrorCode#CASE_FILE} when a
     *         snapshot's items do not come in order
     */
    public static List<Change> run(SnapshotView baseline, SnapshotView suspect, Progress progress) {
        return run(baseline, suspect, CommonScope.ofEverything(), Knowledge.SHIPPED, progress).changes();
    }

    /**
     * What came out of a comparison.
     *
     * @param changes as {@link #run(SnapshotView, SnapshotView, Progress)} gives them
     * @param remarks what was made the same so that things meet, a sentence without a full stop each
     */
    public record Outcome(List<Change> changes, List<String> remarks) {
    }

    /** The same of what lies in {@code scope}, explained by {@code knowledge}. */
    public static Outcome run(SnapshotView baseline, SnapshotView suspect, CommonScope scope, Knowledge knowledge, Progress progress) {
        return run(baseline, suspect, scope, knowledge, ChangeBuffer::inMemory, progress);
    }

    /** The same; the changes are held in {@code buffers} on their way. */
    public static Outcome run(SnapshotView baseline, SnapshotView suspect, CommonScope scope, Knowledge knowledge,
            Supplier<ChangeBuffer> buffers, Progress progress) {
        progress.begin("Compare");
        return new SnapshotComparison(baseline, suspect, scope, buffers).run(knowledge, progress);
    }

    /** Each step lets go of what the one before gave: there may be millions of changes, which memory holds twice and not more often. */
    private Outcome run(Knowledge knowledge, Progress progress) {
        Explanations explanations = new Explanations(packages, knowledge, suspect);
        return new Outcome(Findings.rolled(UpdatedCommands.explain(explanations.explain(
                Findings.marked(judged(numbered(joined(merged(progress)))), knowledge.given(), buffers), buffers), buffers), baseline,
                buffers), remarks());
    }

    private List<Change> merged(Progress progress) {
        ChangeBuffer merged = buffers.get();
        try (ItemStream before = ScopedItems.of(baseline.items(), scope); ItemStream after = ScopedItems.of(suspect.items(), scope)) {
            empty = !before.hasNext() && !after.hasNext();
            new Merge(new Runs(before, "baseline"), new Runs(after, "suspect"), normalised, progress).run(change -> {
                if (Stream.of(change.before(), change.after()).flatMap(Optional::stream).allMatch(scope::containsKind)) {
                    merged.add(change);
                }
            });
        }
        return merged.end();
    }

    private List<Change> joined(List<Change> found) {
        return Pairing.join(Pairing.join(found, normalised.names(), buffers), new Moves(normalised, baselineGaps, suspectGaps), buffers);
    }

    private List<Change> judged(List<Change> changes) {
        return Findings.judged(changes, ComparisonContext.of(baselineGaps, suspectGaps, packages,
                new ComparisonContext.Contents(baseline, suspect), changes), buffers);
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>(normalised.remarks());
        if (empty) {
            remarks.add("neither snapshot holds anything at the places that are compared: that nothing differs says nothing; look at"
                    + " what the comparison was limited to, and at what the snapshots were asked for");
        }
        return remarks;
    }

    /** They come by location; what is at one location is brought in order here. */
    private List<Change> numbered(List<Change> found) {
        ChangeBuffer changes = buffers.get();
        List<Change> here = new ArrayList<>();
        int number = 1;
        for (Change change : found) {
            if (!here.isEmpty() && !here.getFirst().location().sameAs(change.location())) {
                number = number(here, number, changes);
                here.clear();
            }
            here.add(change);
        }
        number(here, number, changes);
        return changes.end();
    }

    private static int number(List<Change> here, int first, ChangeBuffer changes) {
        here.sort(Comparator.comparing(Change::kind));
        for (int at = 0; at < here.size(); at++) {
            Change change = here.get(at);
            changes.add(Change.of(first + at, change.kind(), change.before(), change.after(), change.attributes(), change.findings()));
        }
        return first + here.size();
    }
}
