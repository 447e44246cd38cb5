package org.assay.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.assay.app.policy.KnownSources;
import org.assay.app.verify.LaterComparison;
import org.assay.app.verify.RemediationCheck;
import org.assay.app.verify.ScriptLog;
import org.assay.app.verify.VerificationPage;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Progress;
import org.assay.model.change.Comparison;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.Gap;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.text.Visible;

/**
 * Checks against a later snapshot of the same machine whether what was decided in a comparison has been done. The baseline is compared with
 * the later snapshot, and that comparison is stored.
 *
 * @param comparison the one whose tags say what was to be done
 * @param snapshot the later snapshot
 * @param logs what scripts of the export wrote on the machine
 */
public record VerifyRemediation(long comparison, long snapshot, List<Path> logs) {

    public static final Argument<Long> SNAPSHOT = Argument.optional("snapshot", "Later snapshot",
            "The number of the later snapshot; by default the last one of the machine.", "N", ArgumentType.WholeNumber.ID);
    public static final Argument<List<Path>> LOGS = Argument.several("log", "Logs of scripts",
            "What a script of the export wrote: remedy-log.txt. May be given more than once.", "FILE", new ArgumentType.FilePath(false),
            false);

    public static final Argument<Path> REPORT = Argument.optional("report", "Report", "Also write a page for people; nothing may be there"
            + " yet.", "FILE", new ArgumentType.FilePath(false));

    /**
     * What was found.
     *
     * @param decided the comparison with the decisions
     * @param later the comparison with the later snapshot
     */
    public record Outcome(ChangeList decided, ChangeList later, RemediationCheck check) {

        /** Writes it as a page for people. */
        public void writeReport(Path file) {
            List<Gap> gaps = new ArrayList<>(later.baselineGaps());
            gaps.addAll(later.suspectGaps());
            new VerificationPage(decided.comparison(), later.comparison(), later.suspect(), check, gaps).write(file);
        }
    }

    public VerifyRemediation {
        logs = List.copyOf(logs);
    }

    /** The last snapshot of the machine that the comparison is about; fails with a sentence when there is none after it. */
    public static long lastSnapshot(Case openCase, long comparison) {
        Snapshot suspect = openCase.snapshot(openCase.comparison(comparison).suspect());
        return openCase.snapshots().stream().filter(later -> isLater(later, suspect)).max(Comparator.comparing(Snapshot::started))
                .map(Snapshot::id).orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE, "the case holds no snapshot of "
                        + Visible.text(suspect.host()) + " after snapshot " + suspect.id()
                        + ": capture the machine again as a verification first"));
    }

    public Outcome run(Case openCase, Progress progress) {
        ChangeList decided = new ListChanges(comparison).run(openCase);
        Snapshot later = openCase.snapshot(snapshot);
        if (!isLater(later, decided.suspect())) {
            throw new AssayException(ErrorCode.WRONG_USAGE, "snapshot " + snapshot + " is not a later one of "
                    + Visible.text(decided.suspect().host()) + " than snapshot " + decided.suspect().id()
                    + ", which was compared: name one of the same host that was captured afterwards");
        }
        Set<Integer> done = done();
        ChangeList now = new CompareSnapshots(decided.baseline().id(), snapshot, CatalogueFiles.NONE, KnownSources.NONE,
                decided.comparison().basis().options()).run(openCase, progress);
        List<LaterComparison> between = new ArrayList<>();
        for (Comparison one : openCase.comparisons()) {
            Snapshot its = openCase.snapshot(one.suspect());
            if (one.baseline() == decided.baseline().id() && isLater(its, decided.suspect()) && isLater(later, its)) {
                between.add(later(openCase, new ListChanges(one.id()).run(openCase)));
            }
        }
        return new Outcome(decided, now, RemediationCheck.of(decided.changes(), later(openCase, now), between, done));
    }

    private static LaterComparison later(Case openCase, ChangeList list) {
        ComparedSnapshots pair = ComparedSnapshots.of(openCase, list.comparison());
        List<Gap> unread = new ArrayList<>(pair.unread().baseline());
        unread.addAll(pair.unread().suspect());
        return new LaterComparison(list.suspect().id(), list.changes().stream().map(TaggedChange::change).toList(),
                pair.scope()::contains, unread);
    }

    private static boolean isLater(Snapshot later, Snapshot earlier) {
        return later.host().equals(earlier.host()) && later.started().isAfter(earlier.started());
    }

    private Set<Integer> done() {
        Set<Integer> done = new HashSet<>();
        logs.forEach(log -> done.addAll(readLog(log).done()));
        return done;
    }

    /** Reads the log of a script; fails with a sentence when it cannot be read. */
    public static ScriptLog readLog(Path file) {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return ScriptLog.read(in);
        } catch (IOException e) {
            throw new AssayException(ErrorCode.SOURCE, "The log " + Visible.text(file.toString()) + " cannot be read: "
                    + Visible.text(String.valueOf(e.getMessage())) + ". Name a file that a script of an export wrote.", e);
        }
    }
}
