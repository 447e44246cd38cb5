package org.assay.remedy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.Severity;
import org.assay.model.change.ChangeCounts;
import org.assay.model.change.Comparison;
import org.assay.model.change.ComparisonBasis;
import org.assay.model.change.Decision;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.FileItem;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.item.ValueType;
import org.assay.model.snapshot.OwnCatalogue;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;
import org.assay.model.text.Bytes;
import org.assay.model.text.Labels;
import org.assay.model.text.Visible;
import org.assay.remedy.plan.Action;
import org.assay.remedy.plan.Managed;

/** Items, actions and counts in the words that the report and the read-me share. */
final class ReportText {

    private static final int MAX_DATA_LENGTH = 400;

    private ReportText() {
    }

    /** A constant's name as a word. */
    static String lower(Enum<?> constant) {
        return Labels.of(constant);
    }

    /** What an action does; the place comes separately. */
    static String action(Action action) {
        return switch (action) {
            case Action.RestoreValue restore -> "Restore the value to " + item(restore.baseline());
            case Action.RestoreKey _ -> "Make the key again";
            case Action.RemoveValue _ -> "Remove the value";
            case Action.RemoveKey _ -> "Remove the key with all it holds";
            case Action.StopProcesses _ -> "End the processes that run it";
            case Action.StopManaged stop -> switch (stop.managed()) {
                case Managed.WindowsService service -> "Disable and stop the service " + Visible.text(service.name());
                case Managed.ScheduledTask task -> "End the scheduled task " + Visible.text(task.name());
                case Managed.SystemdUnit unit -> "Stop the unit " + Visible.text(unit.name());
                case Managed.LaunchdDaemon daemon -> "Make launchd stop " + Visible.text(daemon.name());
            };
            case Action.Quarantine move -> switch (move.present().kind()) {
                case DIRECTORY -> "Take away the folder if it is empty by then";
                case FILE, LINK, FIFO, SOCKET, CHARACTER_DEVICE, BLOCK_DEVICE, OTHER, STREAM ->
                        "Move it into quarantine if it still is: " + item(move.present());
            };
            case Action.MoveBack back -> "Move it back to " + back.baseline().location().text() + " if it still is: "
                    + item(back.present());
            case Action.RestoreFile restore -> "Put back: " + item(restore.baseline());
            case Action.RestoreAttributes give -> "Give it again what the baseline has: " + item(give.baseline());
            case Action.Restart _ -> "Restart the machine";
            case Action.ManualStep step -> step.why();
        };
    }

    /** How an action is undone; empty of what is not undone. */
    static Optional<String> undo(Action action) {
        return switch (action) {
            case Action.RestoreValue restore -> Optional.of(restore.before().isPresent() ? "give the value what it had before"
                    : "remove the value");
            case Action.RestoreKey _ -> Optional.of("remove the key if nothing is in it");
            case Action.RemoveValue _ -> Optional.of("make the value again");
            case Action.RemoveKey _ -> Optional.of("make the key again with what it held");
            case Action.StopProcesses _ -> Optional.of("none: what was ended is not started again");
            case Action.StopManaged stop -> Optional.of(switch (stop.managed()) {
                case Managed.WindowsService service -> "give it the start type " + service.start() + " again; it is not started";
                case Managed.ScheduledTask _, Managed.SystemdUnit _, Managed.LaunchdDaemon _ -> "none: what was ended is not started again";
            });
            case Action.Quarantine _ -> Optional.of("bring it back from the quarantine");
            case Action.MoveBack _ -> Optional.of("move it where it was found");
            case Action.RestoreFile restore -> Optional.of(restore.before().isPresent()
                    ? "take it away and bring back what was there" : "take it away");
            case Action.RestoreAttributes _ -> Optional.of("give it what it had before");
            case Action.Restart _, Action.ManualStep _ -> Optional.empty();
        };
    }

    /** An item's content in one line. */
    static String item(Item item) {
        return switch (item) {
            case KeyItem key -> "key" + key.className().map(name -> " of class " + name).orElse("");
            case ValueItem value -> ValueType.name(value.type()) + " " + ValueType.display(value.type(), value.data(), MAX_DATA_LENGTH);
            case FileItem file -> lower(file.kind()) + file.target().map(target -> " to " + Visible.text(target)).orElse("")
                    + (file.kind().hasContent() ? ", " + file.sizeBytes() + " bytes, SHA-256 "
                            + file.sha256().map(Bytes::hex).orElse("unknown") : "")
                    + ", " + file.modified() + file.mode().map(", mode %04o"::formatted).orElse("")
                    + file.owner().map(owner -> ", owner " + Visible.text(owner)).orElse("") + file.group().map(group -> ", group "
                            + Visible.text(group)).orElse("");
        };
    }

    /** How many changes there are of each kind. */
    static String counts(Comparison comparison) {
        return comparison.counts().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(count -> count.getValue() + " " + lower(count.getKey())).collect(Collectors.joining(", "));
    }

    /** How many changes have each decision, and how many none. */
    static String decisions(List<TaggedChange> changes) {
        return Arrays.stream(Decision.values()).map(decision -> with(decision, changes) + " " + lower(decision))
                .collect(Collectors.joining(", ", "", ", ")) + untagged(changes) + " without a decision";
    }

    static long with(Decision decision, List<TaggedChange> changes) {
        return changes.stream().filter(tagged -> tagged.tag().filter(tag -> tag.decision() == decision).isPresent()).count();
    }

    static long untagged(List<TaggedChange> changes) {
        return changes.stream().filter(tagged -> tagged.tag().isEmpty()).count();
    }

    /** The startup catalogues that were searched: the standard one, and those of the user's own. */
    static String catalogues(List<OwnCatalogue> own) {
        return Stream.concat(Stream.of("standard"), own.stream().map(one -> one.name() + " (SHA-256 " + one.sha256().hex() + ")"))
                .collect(Collectors.joining("; "));
    }

    static String sources(Snapshot snapshot) {
        return snapshot.sources().stream().map(source -> source(snapshot, source)).collect(Collectors.joining("; "));
    }

    private static String source(Snapshot snapshot, Source source) {
        String reader = snapshot.reader(source);
        return source.kind().label() + (source.name().isEmpty() ? "" : " " + source.name()) + " from " + source.origin()
                + (reader.isEmpty() ? "" : ", read by " + reader);
    }

    /** Whether one of the snapshots may lack something: then what is not listed is not known to be unchanged. */
    static boolean isIncomplete(ExportContents contents) {
        return !contents.unreadInBaseline().isEmpty() || !contents.unreadInSuspect().isEmpty() || contents.comparison().gaps() > 0
                || contents.baseline().state() != SnapshotState.COMPLETE
                || contents.suspect().state() != SnapshotState.COMPLETE;
    }

    /** What was made the same, and what was left out on purpose, a sentence without a full stop each. */
    static List<String> basis(ExportContents contents) {
        ComparisonBasis basis = contents.comparison().basis();
        return Stream.concat(basis.options().filter().words().stream().map(what -> "the comparison leaves out " + what),
                basis.remarks().stream()).toList();
    }

    /** {@code 3 high, 5 medium; 12 explained}. */
    static String severities(ChangeCounts counts) {
        return Arrays.stream(Severity.values()).sorted(Comparator.reverseOrder()).filter(counts.severities()::containsKey)
                .map(severity -> counts.severities().get(severity) + " " + lower(severity)).collect(Collectors.joining(", "))
                + "; " + counts.explained() + " explained";
    }

    /** {@code 5 new-program, 2 autostart}, the most first. */
    static String findings(ChangeCounts counts) {
        return counts.findings().isEmpty() ? "none" : counts.findings().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(count -> count.getValue() + " " + count.getKey()).collect(Collectors.joining(", "));
    }
}
