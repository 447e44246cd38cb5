package org.assay.app.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.Score;
import org.assay.model.change.TaggedChange;
import org.assay.model.field.Attribute;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;
import org.assay.model.text.Labels;

/**
 * The decisions to repair and to quarantine against a later snapshot, and what is new since.
 *
 * <p>A decision is resolved when the later comparison lists nothing at its place and could have: then the place is as in the baseline. A
 * time alone that is another one, where more was decided on, does not count: not every program that puts a file back can set it.
 *
 * @param decisions by number of the change
 * @param fresh what the later comparison lists that the earlier one did not, or did otherwise, and that is no decision's; highest score
 *        first
 */
public record RemediationCheck(List<CheckedDecision> decisions, List<Change> fresh) {

    /** What tells one state of a place from another; a copy has a time and perhaps an owner of its own. */
    private static final Set<Attribute> STATE = EnumSet.of(Attribute.KIND, Attribute.SIZE, Attribute.CONTENT, Attribute.LINK_TARGET,
            Attribute.VALUE_TYPE, Attribute.VALUE_DATA);

    public RemediationCheck {
        decisions = List.copyOf(decisions);
        fresh = List.copyOf(fresh);
    }

    /**
     * Checks what was decided on.
     *
     * @param changes all changes on which could be decided
     * @param later the same machine later
     * @param between the same machine between the two, in any order
     * @param done the numbers of the changes that a script's log says were done
     */
    public static RemediationCheck of(List<TaggedChange> changes, LaterComparison later, List<LaterComparison> between, Set<Integer> done) {
        Places now = new Places(later.changes());
        List<Map.Entry<LaterComparison, Places>> earlier = between.stream().map(one -> Map.entry(one, new Places(one.changes()))).toList();
        List<CheckedDecision> checked = new ArrayList<>();
        Set<Change> seen = new HashSet<>();
        for (TaggedChange decided : changes.stream().filter(RemediationCheck::isToBeDone).toList()) {
            now.at(decided.change()).forEach(seen::add);
            CheckedDecision result = check(decided, later, now);
            boolean was = done.contains(decided.change().number())
                    || earlier.stream().anyMatch(one -> check(decided, one.getKey(), one.getValue()).outcome() == CheckOutcome.RESOLVED);
            checked.add(result.outcome() == CheckOutcome.REMAINS && was
                    ? new CheckedDecision(decided, CheckOutcome.CAME_BACK, "it was resolved and is again as it was") : result);
        }
        Places known = new Places(changes.stream().map(TaggedChange::change).toList());
        List<Change> fresh = later.changes().stream()
                .filter(change -> !seen.contains(change) && known.at(change).noneMatch(old -> isSame(old, change))).toList();
        return new RemediationCheck(checked, Score.sorted(fresh, change -> change));
    }

    /** How many decisions have this outcome. */
    public long count(CheckOutcome outcome) {
        return decisions.stream().filter(decision -> decision.outcome() == outcome).count();
    }

    /** What is new since and above {@link Severity#LOW}: less is what happens on any machine that is used. */
    public List<Change> severe() {
        return fresh.stream().filter(change -> change.severity().compareTo(Severity.LOW) > 0).toList();
    }

    /** Whether everything is as in the baseline where it was decided on, and nothing severe is new. */
    public boolean isClean() {
        return count(CheckOutcome.RESOLVED) == decisions.size() && severe().isEmpty();
    }

    private static boolean isToBeDone(TaggedChange tagged) {
        return tagged.tag().isPresent() && switch (tagged.tag().get().decision()) {
            case REPAIR, QUARANTINE -> true;
            case ACCEPT, INVESTIGATE -> false;
        };
    }

    private static CheckedDecision check(TaggedChange decided, LaterComparison later, Places now) {
        Change was = decided.change();
        List<Change> found = now.at(was).toList();
        if (found.stream().anyMatch(is -> isSame(was, is))) {
            return new CheckedDecision(decided, CheckOutcome.REMAINS, "it is as it was");
        }
        if (found.size() == 1 && differsInTimeOnly(found.getFirst()) && !differsInTimeOnly(was)) {
            return new CheckedDecision(decided, CheckOutcome.RESOLVED,
                    "it is as in the baseline but for its time, which a copy may not keep");
        }
        if (!found.isEmpty()) {
            Change is = found.getFirst();
            boolean less = is.kind() == ChangeKind.MODIFIED && was.attributes().containsAll(is.attributes());
            return new CheckedDecision(decided, less ? CheckOutcome.REMAINS : CheckOutcome.CHANGED_AGAIN, sentence(was, is));
        }
        return Stream.concat(Stream.of(was.location()), was.before().map(Item::location).stream())
                .flatMap(place -> later.doubt(place).stream()).findFirst()
                .map(doubt -> new CheckedDecision(decided, CheckOutcome.UNKNOWN, doubt))
                .orElseGet(() -> new CheckedDecision(decided, CheckOutcome.RESOLVED, "it is as in the baseline"));
    }

    private static boolean differsInTimeOnly(Change change) {
        return change.kind() == ChangeKind.MODIFIED && Set.of(Attribute.MODIFIED_TIME).equals(change.attributes());
    }

    private static String sentence(Change was, Change is) {
        return switch (is.kind()) {
            case ADDED -> was.kind() == ChangeKind.ADDED ? "something else that the baseline does not have is there"
                    : "something that the baseline does not have is there";
            case REMOVED -> "it is gone, but what the baseline has is not back";
            case MODIFIED -> "it differs from the baseline in " + is.attributes().stream().map(Labels::of)
                    .collect(Collectors.joining(", "));
            case MOVED -> "what the baseline has there is now at " + is.location().text();
        };
    }

    /** Whether both say the same of the same place; times tell only where nothing else does. */
    private static boolean isSame(Change one, Change other) {
        if (one.kind() != other.kind() || one.after().isEmpty()) {
            return one.kind() == other.kind();
        }
        Item was = one.after().get();
        Item is = other.after().get();
        Set<Attribute> compared = EnumSet.copyOf(STATE);
        compared.addAll(one.attributes());
        if (!Set.of(Attribute.MODIFIED_TIME).equals(one.attributes())) {
            compared.remove(Attribute.MODIFIED_TIME);
        }
        return was.getClass() == is.getClass() && was.location().sameAs(is.location())
                && ItemFields.differing(was, is).stream().noneMatch(compared::contains);
    }

    /** Changes by every place that they are about. */
    private static final class Places {

        private final Map<Location, List<Change>> byPlace = new TreeMap<>(Location.ORDER);

        Places(List<Change> changes) {
            for (Change change : changes) {
                places(change).forEach(place -> byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(change));
            }
        }

        /** Those about a place of {@code change}, each once. */
        Stream<Change> at(Change change) {
            return places(change).flatMap(place -> byPlace.getOrDefault(place, List.of()).stream()).distinct();
        }

        private static Stream<Location> places(Change change) {
            return Stream.concat(change.after().stream(), change.before().stream()).map(Item::location).distinct();
        }
    }
}
