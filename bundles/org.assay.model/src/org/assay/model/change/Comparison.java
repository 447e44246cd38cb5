package org.assay.model.change;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/**
 * A stored comparison of two snapshots.
 *
 * @param id its number in the case, from 1
 * @param baseline the snapshot's id that counts as before
 * @param suspect the snapshot's id that counts as after
 * @param basis how they were compared
 * @param counts how many changes of each kind there are; a kind without changes is absent
 * @param gaps how many gaps both snapshots have together: with any, what is not listed is not known to be unchanged
 */
public record Comparison(long id, long baseline, long suspect, Instant compared, ComparisonBasis basis, Map<ChangeKind, Long> counts,
        long gaps) {

    /** By when they were made. */
    public static final Comparator<Comparison> EARLIEST_FIRST = Comparator.comparing(Comparison::compared).thenComparing(Comparison::id);

    public Comparison {
        counts = Map.copyOf(counts);
    }

    /** How many changes there are. */
    public long changes() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
