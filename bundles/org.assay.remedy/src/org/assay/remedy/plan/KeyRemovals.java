package org.assay.remedy.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.assay.model.Location;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.PickedRows;
import org.assay.model.change.TaggedChange;
import org.assay.model.item.Item;
import org.assay.model.item.KeyItem;
import org.assay.model.text.Space;

/**
 * Which added registry keys may be removed whole. Removing a key removes everything below it, so it may only be done when everything
 * below is known, was added too, and was decided to go.
 */
final class KeyRemovals {

    /** How many names a key right below a hive has: {@code HKCU\Software}, or {@code HKLM\SYSTEM}, which is a hive itself. */
    private static final int DEPTH_OF_KEYS = 2;
    /** The same below {@code HKU}, where the hives have the names of users. */
    private static final int DEPTH_OF_USERS_KEYS = 3;

    private static final Comparator<TaggedChange> ORDER = Comparator
            .comparing((TaggedChange tagged) -> tagged.change().location(), Location.ORDER)
            .thenComparingInt(tagged -> tagged.change().number());

    private final Map<Integer, List<Item>> tops = new HashMap<>();
    private final Set<Integer> covered = new HashSet<>();

    private final Predicate<Location> known;

    /** @param known whether the baseline has a key */
    KeyRemovals(List<TaggedChange> changes, Predicate<Location> known) {
        this.known = known;
        List<TaggedChange> registry = ordered(PickedRows.where(changes, tagged -> !tagged.change().location().space().isFile()));
        choose(registry, holdingMore(registry));
    }

    /** As they mostly come; only otherwise are all of them held in memory. */
    private static List<TaggedChange> ordered(List<TaggedChange> registry) {
        Iterator<TaggedChange> each = registry.iterator();
        TaggedChange last = each.hasNext() ? each.next() : null;
        while (each.hasNext()) {
            TaggedChange next = each.next();
            if (ORDER.compare(last, next) > 0) {
                return registry.stream().sorted(ORDER).toList();
            }
            last = next;
        }
        return registry;
    }

    /** What is below a key that may be removed whole, in order; empty for other changes, and where a key above it is removed. */
    Optional<List<Item>> heldByTop(Change change) {
        return Optional.ofNullable(tops.get(change.number()));
    }

    /**
     * Whether a key may be removed at all: it is no hive and no key right below one, which hold what Windows needs, and the baseline knows
     * the key above it, so that it knows what was there.
     */
    boolean mayGo(Location key) {
        List<String> names = key.components();
        return names.size() > (names.getFirst().equals("HKU") ? DEPTH_OF_USERS_KEYS : DEPTH_OF_KEYS)
                && known.test(new Location(Space.KEY, names.subList(0, names.size() - 1)));
    }

    /** Whether the change goes with a key above it. */
    boolean isCovered(Change change) {
        return covered.contains(change.number());
    }

    /** Whether the change was added and is decided to go again. */
    static boolean goes(TaggedChange tagged) {
        return tagged.change().kind() == ChangeKind.ADDED && tagged.tag().isPresent() && switch (tagged.tag().get().decision()) {
            case REPAIR, QUARANTINE -> true;
            case ACCEPT, INVESTIGATE -> false;
        };
    }

    private static Set<Integer> holdingMore(List<TaggedChange> ordered) {
        Set<Integer> more = new HashSet<>();
        Deque<Change> open = new ArrayDeque<>();
        for (TaggedChange tagged : ordered) {
            while (!open.isEmpty() && !tagged.change().location().isWithin(open.peek().location())) {
                close(open, more);
            }
            if (!goes(tagged)) {
                open.stream().filter(key -> tagged.change().location().isWithin(key.location())).findFirst()
                        .ifPresent(key -> more.add(key.number()));
            } else if (tagged.change().item() instanceof KeyItem) {
                open.push(tagged.change());
            }
        }
        while (!open.isEmpty()) {
            close(open, more);
        }
        return more;
    }

    /** What stops a key from going stops the keys above it. */
    private static void close(Deque<Change> open, Set<Integer> more) {
        Change closed = open.pop();
        if (!open.isEmpty() && more.contains(closed.number())) {
            more.add(open.peek().number());
        }
    }

    private void choose(List<TaggedChange> ordered, Set<Integer> holdingMore) {
        Location top = null;
        List<Item> held = List.of();
        for (TaggedChange tagged : ordered) {
            Change change = tagged.change();
            if (top != null && change.location().isWithin(top)) {
                covered.add(change.number());
                held.add(change.item());
            } else if (goes(tagged) && change.item() instanceof KeyItem && !holdingMore.contains(change.number())
                    && mayGo(change.location())) {
                held = new ArrayList<>();
                tops.put(change.number(), held);
                top = change.location();
            }
        }
    }
}
