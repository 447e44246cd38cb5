package org.assay.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.assay.model.Gap;
import org.assay.model.GapReason;
import org.assay.model.Snapshot;
import org.assay.model.Visible;

/**
 * What every list has to say when something could not be read, in the same words wherever it is shown. A sentence begins small and has no
 * full stop, so that more can stand before and behind it; it is empty when there is nothing to say. All text is safe to show.
 */
public final class GapWords {

    private GapWords() {
    }

    /** Of a snapshot that does not hold everything that was asked for. */
    public static Optional<String> ofUnfinished(Snapshot snapshot) {
        return snapshot.state().isWhole() ? Optional.empty() : Optional.of("it does not hold everything that was asked for");
    }

    /** Of what is known of one snapshot. */
    public static Optional<String> ofSnapshot(Snapshot snapshot) {
        return snapshot.coverage().gaps() == 0 ? Optional.empty()
                : Optional.of("not everything could be read (gaps: " + SnapshotFacts.gaps(snapshot)
                        + "): nothing there can be called clean");
    }

    /** Of a list of what starts in one snapshot. */
    public static Optional<String> ofStartup(List<Gap> gaps) {
        return gaps.isEmpty() ? Optional.empty()
                : Optional.of("not everything could be read (gaps: " + counted(gaps) + "): more may start there");
    }

    /** Of a list over two snapshots with these gaps. */
    public static Optional<String> ofComparison(List<Gap> baseline, List<Gap> suspect) {
        return ofSides("not everything could be read", baseline, suspect, "what is not listed there is not known to be unchanged");
    }

    /** Of a list over a part of two snapshots with these gaps at, above or within that part. */
    public static Optional<String> ofPart(List<Gap> baseline, List<Gap> suspect) {
        return ofSides("not everything there could be read", baseline, suspect, "what is not listed is not known to be unchanged");
    }

    private static Optional<String> ofSides(String what, List<Gap> baseline, List<Gap> suspect, String therefore) {
        return baseline.isEmpty() && suspect.isEmpty() ? Optional.empty()
                : Optional.of(what + " (gaps: " + counted(baseline) + " in the baseline, " + counted(suspect) + " in the suspect): "
                        + therefore);
    }

    /** Of places that name something which starts and whose content could not be understood. */
    public static Optional<String> ofUnread(List<Gap> unread) {
        return unread.isEmpty() ? Optional.empty() : Optional.of(unread.size() == 1 ? "what starts is not known: "
                + text(unread.getFirst()) : "what starts is not known in " + unread.size() + " places");
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
                .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + counts.get(reason))
                .collect(Collectors.joining(", ", " (", ")"));
    }
}
