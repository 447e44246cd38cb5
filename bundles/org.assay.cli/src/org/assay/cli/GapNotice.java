package org.assay.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.app.Case;
import org.assay.model.Gap;
import org.assay.model.GapReason;
import org.assay.model.Snapshot;

/** Tells, on the error stream so that no pipe loses it, that something could not be read. */
final class GapNotice {

    private static final int SHOWN = 10;

    private GapNotice() {
    }

    /** The first gaps of a new snapshot, one a line, and that there are remarks. */
    static void afterCapture(Terminal terminal, Case openCase, Snapshot snapshot) {
        List<Gap> gaps = openCase.gaps(snapshot.id());
        gaps.stream().limit(SHOWN).forEach(gap -> terminal.err().println("  not read: " + gap.location().text() + ": " + gap.detail()));
        if (gaps.size() > SHOWN) {
            terminal.err().println("  and " + (gaps.size() - SHOWN) + " more: 'assay gaps " + snapshot.id() + "' lists them all");
        }
        remarks(terminal, openCase, snapshot);
    }

    private static void remarks(Terminal terminal, Case openCase, Snapshot snapshot) {
        int remarks = openCase.remarks(snapshot.id()).size();
        if (remarks > 0) {
            terminal.err().println("  " + (remarks == 1 ? "1 remark" : remarks + " remarks") + " on how it was read: 'assay gaps "
                    + snapshot.id() + "' lists " + (remarks == 1 ? "it" : "them"));
        }
    }

    /** What a list of startup entries must say of places whose content could not be understood. */
    static void ofStartup(Terminal terminal, List<Gap> unread) {
        unread.stream().limit(SHOWN).forEach(gap -> terminal.err().println("  what starts is not known: " + gap.location().text() + ": "
                + gap.detail()));
        if (unread.size() > SHOWN) {
            terminal.err().println("  and " + (unread.size() - SHOWN) + " more such places, each with a row of its own (--all)");
        }
    }

    /** What a list over one snapshot must say when it has gaps. */
    static void ofSnapshot(Terminal terminal, Snapshot snapshot, List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            terminal.err().println("not everything could be read (gaps: " + gaps.size() + "): more may start there; 'assay gaps "
                    + snapshot.id() + "' lists them");
        }
    }

    /** What a list over two snapshots must say when either has gaps. */
    static void ofComparison(Terminal terminal, List<Gap> baseline, List<Gap> suspect) {
        if (!baseline.isEmpty() || !suspect.isEmpty()) {
            terminal.err().println("not everything could be read (gaps: " + counted(baseline) + " in the baseline, " + counted(suspect)
                    + " in the suspect): what is not listed there is not known to be unchanged; 'assay gaps' lists them");
        }
    }

    /** What a list over a part of two snapshots must say when either has gaps at, above or within that part. */
    static void ofPart(Terminal terminal, List<Gap> baseline, List<Gap> suspect) {
        if (baseline.isEmpty() && suspect.isEmpty()) {
            return;
        }
        terminal.err().println("not everything there could be read (gaps: " + counted(baseline) + " in the baseline, " + counted(suspect)
                + " in the suspect): what is not listed is not known to be unchanged");
        List<String> lines = Stream.concat(baseline.stream().map(gap -> "in the baseline: " + text(gap)),
                suspect.stream().map(gap -> "in the suspect: " + text(gap))).toList();
        lines.stream().limit(SHOWN).forEach(line -> terminal.err().println("  not read " + line));
        if (lines.size() > SHOWN) {
            terminal.err().println("  and " + (lines.size() - SHOWN) + " more: 'assay gaps' lists them all");
        }
    }

    private static String text(Gap gap) {
        return gap.location().text() + ": " + gap.detail();
    }

    private static String counted(List<Gap> gaps) {
        return gaps.size() + reasons(gaps.stream().collect(Collectors.groupingBy(Gap::reason, Collectors.counting())));
    }

    /** Behind a number of gaps: why, as {@code " (access denied 2, vanished 1)"}; empty when there are none. */
    static String reasons(Map<GapReason, Long> counts) {
        return counts.isEmpty() ? "" : Arrays.stream(GapReason.values()).filter(counts::containsKey)
                .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + counts.get(reason))
                .collect(Collectors.joining(", ", " (", ")"));
    }
}
