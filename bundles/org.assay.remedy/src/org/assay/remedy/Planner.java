package org.assay.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.remediation.Action;
import org.assay.model.remediation.Plan;

/**
 * Turns an analyst's tags into the ordered plan.
 *
 * <p>The order is the lesson of W32.PrettyPark: a machine whose programs are started through a worm's file cannot start anything once that
 * file is gone. So the registry is restored first, then what was added to it is removed, then files go, and what a person must do comes
 * last. Within each of these the order is that of the changes' numbers. A changed file that goes into quarantine leaves a hole, so a manual
 * step asks for the baseline's file in its place.
 */
public final class Planner {

    private static final Comparator<Action> CURE_ORDER = Comparator.comparingInt(Planner::rank).thenComparingInt(Action::change);

    private final KeyRemovals removals;

    private Planner(KeyRemovals removals) {
        this.removals = removals;
    }

    /**
     * The plan for all changes of a comparison. It needs the untagged ones too: they tell what a key still holds that nobody decided on.
     * A change that is accepted, to be investigated or untagged has no action; one that goes with a removed key above it neither.
     *
     * @param known whether the baseline has a registry key: what was added below one that it does not know is not removed whole
     */
    public static Plan plan(List<TaggedChange> changes, Predicate<Location> known) {
        Planner planner = new Planner(new KeyRemovals(changes, known));
        List<Action> actions = new ArrayList<>();
        for (TaggedChange tagged : changes) {
            actions.addAll(planner.actions(tagged));
        }
        actions.sort(CURE_ORDER);
        return new Plan(actions);
    }

    private static int rank(Action action) {
        return switch (action) {
            case Action.RestoreKey _, Action.RestoreValue _ -> 0;
            case Action.RemoveValue _, Action.RemoveKey _ -> 1;
            case Action.QuarantineFile _ -> 2;
            case Action.ManualStep _ -> 3;
        };
    }

    private List<Action> actions(TaggedChange tagged) {
        Change change = tagged.change();
        if (tagged.tag().isEmpty() || removals.isCovered(change)) {
            return List.of();
        }
        return switch (tagged.tag().get().decision()) {
            case ACCEPT, INVESTIGATE -> List.of();
            case REPAIR -> List.of(repair(change));
            case QUARANTINE -> {
                Action action = quarantine(change);
                yield action instanceof Action.QuarantineFile && FileSteps.needsBaselineContent(change)
                        ? List.of(action, FileSteps.replace(change)) : List.of(action);
            }
        };
    }

    private Action repair(Change change) {
        return switch (change.item()) {
            case FileItem file when change.kind() == ChangeKind.ADDED -> takeAway(change, file);
            case FileItem _ when change.kind() == ChangeKind.MOVED -> FileSteps.moveBack(change);
            case FileItem _ -> FileSteps.restore(change, (FileItem) change.before().orElseThrow());
            case KeyItem key -> repairKey(change, key);
            case ValueItem value -> switch (change.kind()) {
                case ADDED -> new Action.RemoveValue(change.number(), value.location());
                case REMOVED, MODIFIED -> new Action.RestoreValue(change.number(), (ValueItem) change.before().orElseThrow());
                case MOVED -> KeySteps.moved(change);
            };
        };
    }

    private Action repairKey(Change change, KeyItem key) {
        return switch (change.kind()) {
            case ADDED -> removals.isTop(change) ? new Action.RemoveKey(change.number(), key.location())
                    : removals.mayGo(key.location()) ? KeySteps.holdsMore(change) : KeySteps.tooHigh(change);
            case REMOVED -> key.className().isPresent() || key.link() ? KeySteps.beyondContent(change)
                    : new Action.RestoreKey(change.number(), key.location());
            case MODIFIED -> KeySteps.beyondContent(change);
            case MOVED -> KeySteps.moved(change);
        };
    }

    private Action quarantine(Change change) {
        if (change.item() instanceof FileItem file) {
            return change.after().isPresent() ? takeAway(change, file) : FileSteps.alreadyGone(change);
        }
        return change.kind() == ChangeKind.ADDED ? repair(change) : KeySteps.notQuarantined(change);
    }

    private static Action takeAway(Change change, FileItem file) {
        if (file.kind() != FileKind.FILE) {
            return FileSteps.notAFile(change, file);
        }
        return file.sha256().<Action>map(sha256 -> new Action.QuarantineFile(change.number(), file.location(), sha256))
                .orElseGet(() -> FileSteps.unknownContent(change));
    }
}
