package org.assay.remedy;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.assay.model.Change;
import org.assay.model.ChangeKind;
import org.assay.model.KeyItem;
import org.assay.model.Location;
import org.assay.model.TaggedChange;

/**
 * Which added registry keys may be removed whole. Removing a key removes everything below it, so it may only be done when everything
 * below is known, was added too, and was decided to go.
 */
final class KeyRemovals {

    private final Set<Integer> tops = new HashSet<>();
    private final Set<Integer> covered = new HashSet<>();

    KeyRemovals(List<TaggedChange> changes) {
        List<TaggedChange> registry = changes.stream().filter(tagged -> !tagged.change().location().space().isFile())
                .sorted(Comparator.comparing((TaggedChange tagged) -> tagged.change().location(), Location.ORDER)
                        .thenComparingInt(tagged -> tagged.change().number()))
                .toList();
        choose(registry, holdingMore(registry));
    }

    /** Whether this change is a key that may be removed whole, and no key above it is. */
    boolean isTop(Change change) {
        return tops.contains(change.number());
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
        for (TaggedChange tagged : ordered) {
            Change change = tagged.change();
            if (top != null && change.location().isWithin(top)) {
                covered.add(change.number());
            } else if (goes(tagged) && change.item() instanceof KeyItem && !holdingMore.contains(change.number())) {
                tops.add(change.number());
                top = change.location();
            }
        }
    }
}
