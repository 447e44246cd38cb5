package org.assay.startup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.CommonScope;
import org.assay.model.change.Explanation;
import org.assay.model.change.Finding;
import org.assay.model.change.Score;
import org.assay.model.item.ContentTrait;
import org.assay.model.item.ContentType;
import org.assay.model.snapshot.Gap;
import org.assay.model.startup.EntryChange;
import org.assay.model.startup.EntryState;
import org.assay.model.startup.StartupEntry;
import org.assay.model.startup.StartupRow;
import org.assay.model.startup.TargetOutcome;
import org.assay.model.startup.TargetVerdict;
import org.assay.model.text.NameForm;
import org.assay.model.text.RegistryName;
import org.assay.startup.catalogue.AutostartLocation;
import org.assay.startup.verdict.EntryPairs;
import org.assay.startup.verdict.RowSentence;
import org.assay.startup.verdict.TargetVerdicts;

/** Joins the startup entries of two snapshots with the changes between them. */
public final class StartupComparison {

    /** What a script of a site can do that a shell must. */
    private static final Set<ContentTrait> PAGE_RUNS = Set.of(ContentTrait.EVALUATES, ContentTrait.RUNS_COMMANDS);

    private StartupComparison() {
    }

    /**
     * One row for each entry of either side, most severe first.
     *
     * @param before the baseline's entries
     * @param after the suspect's entries
     * @param changes the changes between the two snapshots
     * @param gaps what either snapshot could not read: a target there is neither missing nor unchanged
     */
    public static List<StartupRow> join(List<StartupEntry> before, List<StartupEntry> after, Iterable<Change> changes, List<Gap> gaps) {
        return join(before, after, changes, gaps, CommonScope.ofEverything());
    }

    /** The same of entries that lie in {@code scope}. Of what they start elsewhere nothing is known. */
    public static List<StartupRow> join(List<StartupEntry> before, List<StartupEntry> after, Iterable<Change> changes, List<Gap> gaps,
            CommonScope scope) {
        TargetVerdicts verdicts = new TargetVerdicts(changes, gaps, scope, Stream.concat(before.stream(), after.stream()).toList());
        return EntryPairs.of(within(before, scope), within(after, scope), scope).stream().map(pair -> row(pair, verdicts))
                .sorted(StartupRow.MOST_SEVERE_FIRST).toList();
    }

    private static List<StartupEntry> within(List<StartupEntry> entries, CommonScope scope) {
        return entries.stream().filter(entry -> scope.contains(entry.location())).toList();
    }

    /**
     * One row for each entry of a snapshot that is held against no baseline, most severe first. Only an entry that differs from what the
     * catalogue gives as a clean system's, or stands where a clean system has nothing, matters then.
     */
    public static List<StartupRow> alone(List<StartupEntry> entries, Catalogue catalogue) {
        Set<String> telling = catalogue.locations().stream().filter(StartupComparison::hasDefault).map(AutostartLocation::id)
                .collect(Collectors.toSet());
        return entries.stream().map(entry -> {
            boolean suspicious = telling.contains(entry.catalogueId()) && !entry.cleanDefault();
            boolean idle = entry.details().state() != EntryState.ENABLED;
            Severity own = !suspicious ? Severity.INFO : idle ? Severity.LOW : entry.severity();
            Severity severity = startsUnknown(entry) ? max(own, Severity.MEDIUM) : own;
            return new StartupRow(entry, EntryChange.PRESENT, Optional.empty(), TargetVerdict.UNKNOWN, severity,
                    RowSentence.alone(entry, suspicious), Score.points(new Finding(Finding.AUTOSTART, severity, "")));
        }).sorted(StartupRow.MOST_SEVERE_FIRST).toList();
    }

    private static boolean hasDefault(AutostartLocation autostart) {
        return switch (autostart.clean().mode()) {
            case ABSENT, EXACT, SET, PREFIX -> true;
            case SHADOW, BASELINE -> false;
        };
    }

    private static StartupRow row(EntryPairs.Pair pair, TargetVerdicts verdicts) {
        StartupEntry entry = pair.shown();
        EntryChange change = pair.before().isEmpty() ? EntryChange.ADDED : pair.after().isEmpty() ? EntryChange.REMOVED
                : isSame(pair.before().get(), entry) ? EntryChange.UNCHANGED : EntryChange.CHANGED;
        TargetVerdict verdict = change == EntryChange.REMOVED ? verdicts.ofBaseline(entry) : verdicts.ofSuspect(entry);
        boolean covered = change != EntryChange.UNCHANGED && verdicts.isCovered(entry.location());
        Severity severity = severity(pair, change, verdict, verdicts);
        Optional<Explanation> explanation = verdicts.explanation(entry, change);
        StartupRow row = new StartupRow(entry, change, pair.before(), verdict,
                explanation.isPresent() && severity.compareTo(Severity.LOW) > 0 ? Severity.LOW : severity,
                RowSentence.of(entry, change, pair.before(), verdict,
                        verdicts.startsAnother(entry, pair.before()), covered)
                        + explanation.map(why -> " Explained by " + why.subject() + ".").orElse(""), 0);
        return row.severity() == Severity.INFO ? row
                : row.scored(verdicts.points(row.places(), new Finding(Finding.AUTOSTART, row.severity(), row.sentence())));
    }

    private static boolean isSame(StartupEntry before, StartupEntry after) {
        return isSameCommand(before, after) && before.details().state() == after.details().state();
    }

    /** The command of a file that starts is its path, so where the file is one under two spellings of its name the command is, too. */
    private static boolean isSameCommand(StartupEntry before, StartupEntry after) {
        boolean otherSpelling = !before.location().equals(after.location()) && before.location().space().isFile();
        return otherSpelling ? RegistryName.compare(NameForm.composed(before.command()), NameForm.composed(after.command())) == 0
                : before.command().equals(after.command());
    }

    private static Severity severity(EntryPairs.Pair pair, EntryChange change, TargetVerdict verdict, TargetVerdicts verdicts) {
        if (isPlainPage(pair)) {
            return Severity.INFO;
        }
        boolean enabled = pair.shown().details().state() == EntryState.ENABLED;
        Severity own = enabled ? pair.shown().severity() : milder(pair.shown().severity());
        Severity ofEntry = switch (change) {
            case ADDED -> pair.shown().cleanDefault() ? Severity.INFO : own;
            case CHANGED -> pair.shown().cleanDefault() ? Severity.INFO : wasClean(pair) ? Severity.HIGH : own;
            case REMOVED -> wasClean(pair) ? own : milder(own);
            case UNCHANGED, PRESENT -> Severity.INFO;
        };
        boolean other = switch (verdict) {
            case ADDED, MODIFIED, MOVED -> true;
            case UNCHANGED, SAME_CONTENT, MISSING, UNKNOWN -> leadsElsewhere(pair, verdicts);
        };
        boolean judged = other && change != EntryChange.REMOVED;
        Severity ofFile = change == EntryChange.UNCHANGED && isDatabase(pair.shown()) ? Severity.LOW : own;
        Severity severity = judged ? max(ofEntry, ofFile) : ofEntry;
        boolean isNews = switch (change) {
            case ADDED, CHANGED -> true;
            case UNCHANGED -> verdicts.isRewritten(pair.shown().location());
            case REMOVED, PRESENT -> false;
        };
        return isNews && startsUnknown(pair.shown()) ? max(severity, Severity.MEDIUM)
                : isDeaf(pair.shown()) && severity == Severity.HIGH ? Severity.MEDIUM : severity;
    }

    /**
     * Whether this is a script of a site that runs neither text nor commands, or nothing that it did not run before: an update brings
     * thousands, and no shell is one.
     */
    private static boolean isPlainPage(EntryPairs.Pair pair) {
        Set<ContentTrait> traits = pageTraits(pair.shown());
        Set<ContentTrait> before = pair.before().map(StartupComparison::pageTraits).orElse(Set.of());
        return traits.contains(ContentTrait.SERVER_SCRIPT) && PAGE_RUNS.stream().noneMatch(one -> traits.contains(one)
                && !before.contains(one));
    }

    /** Whether this is a script of a site that runs commands, and takes none from those who ask for it. */
    private static boolean isDeaf(StartupEntry entry) {
        Set<ContentTrait> traits = pageTraits(entry);
        return traits.contains(ContentTrait.SERVER_SCRIPT) && !traits.contains(ContentTrait.EVALUATES)
                && !traits.contains(ContentTrait.READS_REQUESTS);
    }

    private static Set<ContentTrait> pageTraits(StartupEntry entry) {
        return entry.target().filter(file -> file.location().equals(entry.location())).map(file -> file.details().traits())
                .orElse(Set.of());
    }

    /** Whether this is a file that Windows itself writes every day, of no type that is known: the queue of BITS, the index of WMI. */
    private static boolean isDatabase(StartupEntry entry) {
        return entry.location().components().getFirst().endsWith(":") && entry.target()
                .filter(file -> file.location().equals(entry.location()))
                .flatMap(file -> file.details().contentType()).filter(type -> type == ContentType.DATA).isPresent();
    }

    /** Whether it is not known what starts. Whoever hides a command makes its file too large to be kept, or not understandable. */
    private static boolean startsUnknown(StartupEntry entry) {
        return entry.outcome() == TargetOutcome.UNPARSED && entry.details().state() == EntryState.ENABLED;
    }

    /** Whether the file that the baseline's entry led to is not the one that the suspect's leads to: another, none, or one of several. */
    private static boolean leadsElsewhere(EntryPairs.Pair pair, TargetVerdicts verdicts) {
        boolean found = pair.before().map(StartupEntry::outcome).filter(outcome -> outcome == TargetOutcome.FOUND).isPresent();
        return found && pair.shown().outcome() != TargetOutcome.FOUND || verdicts.startsAnother(pair.shown(), pair.before());
    }

    private static boolean wasClean(EntryPairs.Pair pair) {
        return pair.before().map(StartupEntry::cleanDefault).orElse(false);
    }

    private static Severity milder(Severity severity) {
        return severity == Severity.HIGH ? Severity.MEDIUM : Severity.LOW;
    }

    private static Severity max(Severity one, Severity two) {
        return Comparator.<Severity>naturalOrder().compare(one, two) >= 0 ? one : two;
    }
}
