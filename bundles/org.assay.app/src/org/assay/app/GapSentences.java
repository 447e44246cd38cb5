package org.assay.app;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.GapReason;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Labels;
import org.assay.model.text.Visible;

/**
 * What every list has to say when something could not be read, in the same words wherever it is shown. A sentence begins small and has no
 * full stop, so that more can stand before and behind it; it is empty when there is nothing to say. All text is safe to show.
 */
public final class GapSentences {

    private GapSentences() {
    }

    /** Of a snapshot that does not hold everything that was asked for. */
    public static Optional<String> ofUnfinished(Snapshot snapshot) {
        return snapshot.state().isWhole() ? Optional.empty() : Optional.of("it does not hold everything that was asked for");
    }

    /** What resuming a snapshot's capture does; {@code by} names what does it. */
    public static Optional<String> ofResuming(Snapshot snapshot, String by) {
        return switch (snapshot.state()) {
            case RUNNING, CANCELLED, FAILED -> Optional.of(by + " resumes it");
            case PARTIAL -> Optional.of("when more can be read, " + by
                    + " makes a new snapshot and hashes only what is missing or was touched since");
            case COMPLETE -> Optional.empty();
        };
    }

    /** Of what is known of one snapshot. */
    public static Optional<String> ofSnapshot(Snapshot snapshot) {
        return snapshot.coverage().gaps() == 0 ? Optional.empty()
                : Optional.of("not everything could be read (gaps: " + SnapshotFacts.gaps(snapshot)
                        + "): nothing there can be called clean");
    }

    /** Of a list of the startup entries of one snapshot. */
    public static Optional<String> ofStartup(List<Gap> gaps) {
        return gaps.isEmpty() ? Optional.empty()
                : Optional.of("not everything could be read (gaps: " + counted(gaps) + "): more may start there");
    }

    /** Of a list over two snapshots with these gaps. */
    public static Optional<String> ofComparison(ComparedGaps gaps) {
        return ofSides("not everything could be read", gaps, "what is not listed there is not known to be unchanged");
    }

    /** Of a list over a part of two snapshots with these gaps at, above or within that part. */
    public static Optional<String> ofPart(ComparedGaps gaps) {
        return ofSides("not everything there could be read", gaps, "what is not listed is not known to be unchanged");
    }

    /** Of what only one of two snapshots was asked for, a sentence each. */
    public static List<String> ofScope(ComparedGaps gaps) {
        return gaps.notAsked().stream().map(gap -> "not compared: " + gap.detail()).toList();
    }

    private static Optional<String> ofSides(String what, ComparedGaps all, String therefore) {
        ComparedGaps gaps = all.notRead();
        return gaps.isEmpty() ? Optional.empty() : Optional.of(what + " (gaps: " + counted(gaps.baseline()) + " in the baseline, "
                + counted(gaps.suspect()) + " in the suspect): " + therefore);
    }

    /** Of places that name something which starts and whose content could not be understood. */
    public static Optional<String> ofUnread(List<Gap> unread) {
        return unread.isEmpty() ? Optional.empty() : Optional.of("startup entries are unknown in "
                + (unread.size() == 1 ? "1 place" : unread.size() + " places") + " whose content could not be understood");
    }

    /** Where a gap is and what was said there. */
    public static String text(Gap gap) {
        return gap.location().text() + ": " + Visible.text(gap.detail());
    }

    /** {@code 3 (access denied 2, vanished 1)}. */
    private static String counted(List<Gap> gaps) {
        return gaps.size() + reasons(gaps.stream().collect(Collectors.groupingBy(Gap::reason, Collectors.counting())));
    }

    /** Behind a number of gaps: why, as {@code " (access denied 2, vanished 1)"}; empty when there are none. */
    public static String reasons(Map<GapReason, Long> counts) {
        return counts.isEmpty() ? "" : Arrays.stream(GapReason.values()).filter(counts::containsKey)
                .map(reason -> Labels.of(reason) + " " + counts.get(reason))
                .collect(Collectors.joining(", ", " (", ")"));
    }
}
