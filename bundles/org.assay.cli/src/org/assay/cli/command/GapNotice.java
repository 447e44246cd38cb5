package org.assay.cli.command;

import java.util.List;
import java.util.stream.Stream;

import org.assay.app.Case;
import org.assay.app.ComparedGaps;
import org.assay.app.GapSentences;
import org.assay.app.SnapshotSheet;
import org.assay.cli.output.Terminal;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Remark;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Visible;

/** Tells, on the error stream so that no pipe loses it, that something could not be read. */
public final class GapNotice {

    private static final int SHOWN = 10;

    private GapNotice() {
    }

    /** The first gaps of a new snapshot, one a line, and that there are remarks. */
    public static void afterCapture(Terminal terminal, Case openCase, Snapshot snapshot) {
        ofPlaces(terminal, openCase.gaps(snapshot.id()).stream().map(gap -> "not read: " + GapSentences.text(gap)).toList(),
                "'assay gaps " + snapshot.id() + "' lists them all");
        remarks(terminal, openCase, snapshot);
    }

    private static void remarks(Terminal terminal, Case openCase, Snapshot snapshot) {
        int remarks = openCase.remarks(snapshot.id()).size();
        if (remarks > 0) {
            terminal.warn("  " + (remarks == 1 ? "1 remark" : remarks + " remarks") + " on how it was read: 'assay gaps "
                    + snapshot.id() + "' lists " + (remarks == 1 ? "it" : "them"));
        }
    }

    /** What can be done about what a snapshot lacks. */
    public static void ofResuming(Terminal terminal, Snapshot snapshot) {
        GapSentences.ofResuming(snapshot, "'assay capture --resume " + snapshot.id() + "'")
                .ifPresent(sentence -> terminal.warn("  " + sentence));
    }

    /** What could not be read of one snapshot, and remarks on how the rest was read, the first of each. */
    public static void ofPlaces(Terminal terminal, SnapshotSheet sheet) {
        ofPlaces(terminal, Stream.concat(sheet.gaps().stream().map(gap -> "not read: " + GapSentences.text(gap)),
                sheet.remarks().stream().map(GapNotice::text)).toList(), "'assay gaps " + sheet.snapshot().id() + "' lists them all");
    }

    private static String text(Remark remark) {
        return "remark: " + remark.location().text() + ": " + Visible.text(remark.text());
    }

    /** What a list of startup entries must say of places whose content could not be understood. */
    public static void ofStartup(Terminal terminal, List<Gap> unread) {
        GapSentences.ofUnread(unread).ifPresent(terminal::warn);
        ofPlaces(terminal, unread.stream().map(gap -> "not understood: " + GapSentences.text(gap)).toList(),
                "each such place has a row of its own (--all)");
    }

    /** What a list over one snapshot must say when it has gaps. */
    public static void ofSnapshot(Terminal terminal, Snapshot snapshot, List<Gap> gaps) {
        GapSentences.ofStartup(gaps).ifPresent(sentence -> terminal.warn(sentence + "; 'assay gaps " + snapshot.id()
                + "' lists them"));
    }

    /** What a list over two snapshots must say when either has gaps. */
    public static void ofComparison(Terminal terminal, ComparedGaps gaps) {
        GapSentences.ofComparison(gaps).ifPresent(sentence -> terminal.warn(sentence + "; 'assay gaps' lists them"));
        ofPlaces(terminal, GapSentences.ofScope(gaps), "'assay snapshots N' tells what each was asked for");
    }

    /** What a list over a part of two snapshots must say when either has gaps at, above or within that part. */
    public static void ofPart(Terminal terminal, ComparedGaps gaps) {
        GapSentences.ofPart(gaps).ifPresent(terminal::warn);
        ofPlaces(terminal, GapSentences.ofScope(gaps), "'assay snapshots N' tells what each was asked for");
        ofPlaces(terminal, Stream.concat(gaps.notRead().baseline().stream()
                .map(gap -> "not read in the baseline: " + GapSentences.text(gap)), gaps.notRead().suspect().stream()
                .map(gap -> "not read in the suspect: " + GapSentences.text(gap))).toList(),
                "'assay gaps' lists them all");
    }

    /** The first of {@code lines}, and where the rest is. */
    private static void ofPlaces(Terminal terminal, List<String> lines, String rest) {
        lines.stream().limit(SHOWN).forEach(line -> terminal.warn("  " + line));
        if (lines.size() > SHOWN) {
            terminal.warn("  and " + (lines.size() - SHOWN) + " more: " + rest);
        }
    }
}
