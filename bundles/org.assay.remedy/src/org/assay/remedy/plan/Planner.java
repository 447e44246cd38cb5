package org.assay.remedy.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Finding;
import org.assay.model.change.Tag;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.ContentType;
import org.assay.model.item.FileItem;
import org.assay.model.item.FileKind;
import org.assay.model.item.KeyItem;
import org.assay.model.item.ValueItem;
import org.assay.model.startup.StartupRow;
import org.assay.model.text.Labels;

/**
 * Turns an analyst's tags into the ordered plan. The order is that of {@link Phase}; within a phase, files that start something come first
 * and folders before what is put into them, and else the order is that of the changes' numbers.
 */
public final class Planner {

    /** What a system runs as a process of its own, by the file. */
    private static final Set<ContentType> PROGRAMS = EnumSet.of(ContentType.PE, ContentType.ELF, ContentType.MACH_O);

    private final KeyRemovals removals;
    private final Set<Location> startup = new TreeSet<>(Location.ORDER);

    private Planner(KeyRemovals removals, List<StartupRow> startup) {
        this.removals = removals;
        startup.forEach(row -> this.startup.add(row.entry().location()));
    }

    /**
     * The plan for all changes of a comparison. It needs the untagged ones too: they tell what a key still holds that nobody decided on.
     * A change that is accepted, to be investigated or untagged has no action; one that goes with a removed key above it neither.
     *
     * @param known whether the baseline has a registry key: what was added below one that it does not know is not removed whole
     * @param startup the startup entries of the suspect
     */
    public static Plan plan(List<TaggedChange> changes, Predicate<Location> known, List<StartupRow> startup) {
        Planner planner = new Planner(new KeyRemovals(changes, known), startup);
        List<Action> actions = new ArrayList<>();
        Map<Integer, String> reasons = new HashMap<>();
        for (TaggedChange tagged : changes) {
            List<Action> answer = planner.actions(tagged);
            if (!answer.isEmpty()) {
                actions.addAll(answer);
                reasons.put(tagged.change().number(), reason(tagged.tag().orElseThrow(), tagged.change()));
            }
        }
        actions.stream().filter(Planner::asksForRestart).min(Comparator.comparingInt(Action::change))
                .ifPresent(first -> actions.add(new Action.Restart(first.change(), first.location())));
        actions.sort(planner.order());
        List<Step> steps = new ArrayList<>();
        actions.forEach(action -> steps.add(new Step(steps.size() + 1, action, reasons.get(action.change()))));
        return new Plan(steps);
    }

    private Comparator<Action> order() {
        return Comparator.comparing(Action::phase).thenComparing(this::rank).thenComparing(Planner::inOneRank);
    }

    private int rank(Action action) {
        return switch (action) {
            case Action.Quarantine move -> startup.contains(move.location()) ? 0 : 1;
            case Action.RestoreFile restore -> restore.baseline().kind() == FileKind.DIRECTORY ? 0 : 2;
            case Action.MoveBack _ -> 1;
            case Action.RestoreAttributes _ -> 3;
            case Action.StopProcesses _ -> 1;
            case Action.RestoreKey _, Action.RestoreValue _, Action.RemoveKey _, Action.RemoveValue _, Action.StopManaged _,
                    Action.Restart _, Action.ManualStep _ -> 0;
        };
    }

    /** Folders are made from the top down and taken away from the bottom up. */
    private static int inOneRank(Action one, Action other) {
        int byNumber = Integer.compare(one.change(), other.change());
        return one.phase() == Phase.TIDY ? -byNumber : byNumber;
    }

    private static boolean asksForRestart(Action action) {
        return switch (action.phase()) {
            case STOP, DISARM, REGISTRY -> true;
            case MOVE, RESTORE, TIDY, RESTART, PERSON -> false;
        };
    }

    private static String reason(Tag tag, Change change) {
        return "Tagged " + Labels.of(tag.decision()) + " by " + tag.analyst() + (tag.note().isEmpty() ? "." : ": " + tag.note())
                + change.findings().stream().findFirst().map(Finding::sentence).map(sentence -> " " + sentence).orElse("");
    }

    private List<Action> actions(TaggedChange tagged) {
        Change change = tagged.change();
        if (tagged.tag().isEmpty() || removals.isCovered(change)) {
            return List.of();
        }
        return switch (tagged.tag().get().decision()) {
            case ACCEPT, INVESTIGATE -> List.of();
            case REPAIR -> withStop(change, repair(change));
            case QUARANTINE -> quarantine(change);
        };
    }

    private Action repair(Change change) {
        return switch (change.item()) {
            case FileItem file when change.kind() == ChangeKind.ADDED -> FileActions.takeAway(change, file);
            case FileItem _ -> FileActions.restore(change);
            case KeyItem key -> repairKey(change, key);
            case ValueItem value -> switch (change.kind()) {
                case ADDED -> new Action.RemoveValue(change.number(), value);
                case REMOVED, MODIFIED -> new Action.RestoreValue(change.number(), (ValueItem) change.before().orElseThrow(),
                        change.after().map(ValueItem.class::cast));
                case MOVED -> KeyActions.moved(change);
            };
        };
    }

    private Action repairKey(Change change, KeyItem key) {
        return switch (change.kind()) {
            case ADDED -> removals.heldByTop(change).<Action>map(held -> new Action.RemoveKey(change.number(), key, held))
                    .orElseGet(() -> removals.mayGo(key.location()) ? KeyActions.holdsMore(change) : KeyActions.tooHigh(change));
            case REMOVED -> key.className().isPresent() || key.link() ? KeyActions.beyondContent(change)
                    : new Action.RestoreKey(change.number(), key);
            case MODIFIED -> KeyActions.beyondContent(change);
            case MOVED -> KeyActions.moved(change);
        };
    }

    private List<Action> quarantine(Change change) {
        if (change.item() instanceof FileItem file) {
            if (change.after().isEmpty()) {
                return List.of(FileActions.alreadyGone(change));
            }
            List<Action> actions = new ArrayList<>(withStop(change, FileActions.takeAway(change, file)));
            if (actions.getLast() instanceof Action.Quarantine) {
                FileActions.replace(change).ifPresent(actions::add);
            }
            return actions;
        }
        return change.kind() == ChangeKind.ADDED ? withStop(change, repair(change)) : List.of(KeyActions.notQuarantined(change));
    }

    /** The action, and before it the end of what the system runs by what is taken away. */
    private static List<Action> withStop(Change change, Action action) {
        List<Action> actions = new ArrayList<>();
        if (change.kind() == ChangeKind.ADDED) {
            ManagedItems.takenBy(action).ifPresent(managed -> actions.add(new Action.StopManaged(change.number(), managed)));
        }
        taken(action).filter(file -> file.details().contentType().filter(PROGRAMS::contains).isPresent())
                .ifPresent(file -> actions.add(new Action.StopProcesses(change.number(), file)));
        actions.add(action);
        return actions;
    }

    private static Optional<FileItem> taken(Action action) {
        if (action instanceof Action.Quarantine move) {
            return Optional.of(move.present());
        }
        return action instanceof Action.RestoreFile restore ? restore.before() : Optional.empty();
    }
}
