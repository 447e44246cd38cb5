package org.assay.ui.presenter;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.ui.work.ChangeRow;
import org.assay.ui.work.ShownLead;

/**
 * Which changes the analyst wants to see.
 *
 * @param text a part of a location, or a pattern, see {@link LocationPattern}; empty for all
 * @param kinds the kinds to show
 * @param least the least severity to show
 * @param untaggedOnly whether changes with a decision are left out
 * @param explained whether explained changes are shown one by one, though nothing is looked for
 * @param lead whose changes alone are shown
 */
public record ChangeFilter(String text, Set<ChangeKind> kinds, Severity least, boolean untaggedOnly, boolean explained,
        Optional<ShownLead> lead) {

    static final ChangeFilter ALL = new ChangeFilter("", EnumSet.allOf(ChangeKind.class), Severity.INFO, false, false, Optional.empty());

    public ChangeFilter {
        kinds = Set.copyOf(kinds);
    }

    public ChangeFilter text(String requested) {
        return new ChangeFilter(requested, kinds, least, untaggedOnly, explained, lead);
    }

    public ChangeFilter kind(ChangeKind kind, boolean shown) {
        Set<ChangeKind> requested = EnumSet.noneOf(ChangeKind.class);
        requested.addAll(kinds);
        if (shown) {
            requested.add(kind);
        } else {
            requested.remove(kind);
        }
        return new ChangeFilter(text, requested, least, untaggedOnly, explained, lead);
    }

    public ChangeFilter least(Severity requested) {
        return new ChangeFilter(text, kinds, requested, untaggedOnly, explained, lead);
    }

    public ChangeFilter untaggedOnly(boolean requested) {
        return new ChangeFilter(text, kinds, least, requested, explained, lead);
    }

    public ChangeFilter explained(boolean requested) {
        return new ChangeFilter(text, kinds, least, untaggedOnly, requested, lead);
    }

    public ChangeFilter lead(Optional<ShownLead> requested) {
        return new ChangeFilter(text, kinds, least, untaggedOnly, explained, requested);
    }

    /** Whether explained changes are left out, which they are unless somebody looks for something. */
    boolean rollsUp() {
        return !explained && lead.isEmpty() && text.isBlank();
    }

    /** @param tagged whether a change has a decision */
    Predicate<ChangeRow> predicate(Predicate<ChangeRow> tagged) {
        Optional<Predicate<Location>> places = LocationPattern.glob(text).map(glob -> LocationNeedle.of(glob, text));
        boolean rolled = rollsUp();
        Optional<BitSet> numbers = lead.map(ChangeFilter::numbers);
        return row -> kinds.contains(row.kind())
                && row.severity().compareTo(least) >= 0
                && !(untaggedOnly && tagged.test(row))
                && !(rolled && row.explained())
                && (numbers.isEmpty() || numbers.get().get(row.number()))
                && (places.isEmpty() || places.get().test(row.location()));
    }

    private static BitSet numbers(ShownLead lead) {
        BitSet numbers = new BitSet();
        lead.changes().forEach(numbers::set);
        return numbers;
    }
}
