package org.assay.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

import org.assay.compare.key.KeyCounts;
import org.assay.compare.key.KeyedPlaces;
import org.assay.model.change.Change;
import org.assay.model.change.ChangeBuffer;
import org.assay.model.change.ChangeKind;

/**
 * Makes one change of each pair of a removed and an added item that belong together, where no other could be meant. The changes are gone
 * through several times and never held: for each some bytes are.
 */
final class Pairing {

    /** How many pairs are made at once: what was removed is read in the order of the list, which is quick, not of what was added. */
    private static final int PAIRS_AT_ONCE = 8_192;

    private final Rule rule;
    private final List<Change> changes;
    private final KeyCounts lost = new KeyCounts();
    private final KeyCounts gained = new KeyCounts();
    private final BitSet removed = new BitSet();
    private final BitSet replaced = new BitSet();

    private Pairing(List<Change> changes, Rule rule) {
        this.changes = changes;
        this.rule = rule;
    }

    /** What belongs together. */
    interface Rule {

        /** The key of what is not there any more after a change. */
        OptionalLong lost(Change change);

        /** The key of what is there since a change. */
        OptionalLong gained(Change change);

        /** Whether a removed or added item may be one of a pair. */
        boolean pairs(Change change);

        /** Whether two changes whose keys are the same belong together. */
        boolean belongTogether(Change removed, Change added);

        /** What the pair is, in the place of {@code added}; empty when nothing differs. */
        Optional<Change> joined(Change removed, Change added);
    }

    /** A change that was added, and the place of the one that was removed. */
    private record Pair(int place, Change added, int from) {
    }

    /** {@code changes}, with each pair as {@code rule} has it; all others stay as and where they are. */
    static List<Change> join(List<Change> changes, Rule rule, Supplier<ChangeBuffer> buffers) {
        Pairing pairing = new Pairing(changes, rule);
        for (Change change : changes) {
            rule.lost(change).ifPresent(pairing.lost::add);
            rule.gained(change).ifPresent(pairing.gained::add);
        }
        return pairing.lost.isEmpty() || pairing.gained.isEmpty() ? changes : pairing.join(buffers);
    }

    private List<Change> join(Supplier<ChangeBuffer> buffers) {
        KeyedPlaces from = new KeyedPlaces();
        int place = 0;
        for (Change change : changes) {
            if (change.kind() == ChangeKind.REMOVED) {
                int at = place;
                certain(change, rule.lost(change)).ifPresent(key -> from.add(key, at));
            }
            place++;
        }
        if (from.isEmpty()) {
            return changes;
        }
        List<Change> joined = pairs(from, buffers.get());
        return removed.isEmpty() ? changes : merged(joined.iterator(), buffers.get());
    }

    private OptionalLong certain(Change change, OptionalLong key) {
        return key.isPresent() && isOne(lost, key.getAsLong()) && isOne(gained, key.getAsLong()) && rule.pairs(change) ? key
                : OptionalLong.empty();
    }

    private static boolean isOne(KeyCounts counts, long key) {
        return counts.has(key, 1) && !counts.has(key, 2);
    }

    /** What the pairs are, in the order of what was added. */
    private List<Change> pairs(KeyedPlaces from, ChangeBuffer joined) {
        List<Pair> some = new ArrayList<>();
        int place = 0;
        for (Change change : changes) {
            OptionalLong key = change.kind() == ChangeKind.ADDED ? certain(change, rule.gained(change)) : OptionalLong.empty();
            OptionalInt source = key.isPresent() ? from.first(key.getAsLong()) : OptionalInt.empty();
            if (source.isPresent()) {
                some.add(new Pair(place, change, source.getAsInt()));
            }
            if (some.size() == PAIRS_AT_ONCE) {
                end(some, joined);
                some.clear();
            }
            place++;
        }
        end(some, joined);
        return joined.end();
    }

    private void end(List<Pair> some, ChangeBuffer joined) {
        Change[] sources = new Change[some.size()];
        List<Integer> order = new ArrayList<>();
        for (int at = 0; at < sources.length; at++) {
            order.add(at);
        }
        order.sort(Comparator.comparing(at -> some.get(at).from()));
        order.forEach(at -> sources[at] = changes.get(some.get(at).from()));
        for (int at = 0; at < sources.length; at++) {
            Pair pair = some.get(at);
            if (rule.belongTogether(sources[at], pair.added())) {
                removed.set(pair.from());
                Optional<Change> one = rule.joined(sources[at], pair.added());
                (one.isPresent() ? replaced : removed).set(pair.place());
                one.ifPresent(joined::add);
            }
        }
    }

    private List<Change> merged(Iterator<Change> joined, ChangeBuffer merged) {
        int place = 0;
        for (Change change : changes) {
            if (replaced.get(place)) {
                merged.add(joined.next());
            } else if (!removed.get(place)) {
                merged.add(change);
            }
            place++;
        }
        return merged.end();
    }
}
