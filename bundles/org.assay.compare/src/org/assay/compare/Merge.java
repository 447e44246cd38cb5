package org.assay.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.Location;
import org.assay.model.Progress;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeKind;
import org.assay.model.field.Attribute;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;

/** Walks two ordered snapshots side by side and collects what was added, removed and modified. */
final class Merge {

    /** How many items pass between two questions whether to stop. */
    private static final int STEP = 1024;

    private final Runs before;
    private final Runs after;
    private final Normalised normalised;
    private final Progress progress;
    private Consumer<Change> changes = _ -> { };
    private int found;
    private int unreported;

    Merge(Runs before, Runs after, Normalised normalised, Progress progress) {
        this.normalised = normalised;
        this.before = before;
        this.after = after;
        this.progress = progress;
    }

    /** Gives the changes in order, numbered as they are found, without moves and findings. */
    void run(Consumer<Change> to) {
        changes = to;
        report();
        while (before.hasNext() || after.hasNext()) {
            int order = !before.hasNext() ? 1 : !after.hasNext() ? -1 : Location.ORDER.compare(before.location(), after.location());
            List<Item> was = order <= 0 ? before.next() : List.of();
            List<Item> is = order >= 0 ? after.next() : List.of();
            pair(was, is);
            unreported += was.size() + is.size();
            if (unreported >= STEP) {
                report();
            }
        }
        report();
    }

    private void report() {
        if (progress.isCancelled()) {
            throw new AssayException(ErrorCode.CANCELLED, "The comparison was cancelled, so it has no result. Start it again to get one.");
        }
        progress.advance(unreported, 0);
        unreported = 0;
    }

    private void pair(List<Item> was, List<Item> is) {
        if (was.size() > 1 || is.size() > 1) {
            List<Item> left = without(was, is);
            pairInOrder(left, without(is, was));
        } else {
            pairInOrder(was, is);
        }
    }

    /** {@code run} less its items that have an equal in {@code other}, one for one. */
    private static List<Item> without(List<Item> run, List<Item> other) {
        Map<Object, Integer> equals = new HashMap<>();
        other.forEach(item -> equals.merge(ItemFields.compared(item), 1, Integer::sum));
        return run.stream().filter(item -> equals.merge(ItemFields.compared(item), -1, Integer::sum) < 0).toList();
    }

    private void pairInOrder(List<Item> was, List<Item> is) {
        int pairs = Math.min(was.size(), is.size());
        for (int at = 0; at < pairs; at++) {
            Set<Attribute> differing = normalised.differing(was.get(at), is.get(at));
            if (!differing.isEmpty()) {
                add(ChangeKind.MODIFIED, Optional.of(was.get(at)), Optional.of(is.get(at)), differing);
            }
        }
        was.stream().skip(pairs).forEach(item -> add(ChangeKind.REMOVED, Optional.of(item), Optional.empty(), Set.of()));
        is.stream().skip(pairs).forEach(item -> add(ChangeKind.ADDED, Optional.empty(), Optional.of(item), Set.of()));
    }

    private void add(ChangeKind kind, Optional<Item> was, Optional<Item> is, Set<Attribute> differing) {
        found++;
        changes.accept(Change.of(found, kind, was, is, differing, List.of()));
    }
}
