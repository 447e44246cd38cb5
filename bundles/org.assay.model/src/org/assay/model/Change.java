package org.assay.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One difference between two snapshots.
 *
 * @param number its number in the comparison, from 1, in {@link Location#ORDER}
 * @param before the item in the baseline; empty for {@link ChangeKind#ADDED}
 * @param after the item in the suspect; empty for {@link ChangeKind#REMOVED}
 * @param attributes what differs, in the order of {@link Attribute}; empty for ADDED and REMOVED
 * @param findings why it matters, most severe first
 */
public record Change(int number, ChangeKind kind, Optional<Item> before, Optional<Item> after, Set<Attribute> attributes,
        List<Finding> findings) {

    /** Most severe first, startup entries before the rest of their severity, then by number. */
    public static final Comparator<Change> MOST_SEVERE_FIRST = Comparator.comparing(Change::severity)
            .thenComparing(Change::startsByItself).reversed().thenComparingInt(Change::number);

    public Change {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change has a before or an after");
        }
        attributes = attributes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(attributes));
        findings = findings.stream().sorted(Comparator.comparing(Finding::severity).reversed()).toList();
    }

    /** The item as it is now or, when it is gone, as it was. */
    public Item item() {
        return after.orElseGet(before::orElseThrow);
    }

    /** Where {@link #item} is. */
    public Location location() {
        return item().location();
    }

    /** The most severe finding's severity; {@link Severity#INFO} without findings. */
    public Severity severity() {
        return findings.isEmpty() ? Severity.INFO : findings.getFirst().severity();
    }

    /** Whether a finding says that this change makes something start, or is what starts. */
    public boolean startsByItself() {
        return findings.stream().anyMatch(finding -> finding.code().equals(Finding.STARTS_BY_ITSELF));
    }

    /** This change with {@code more} findings. */
    public Change with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Change(number, kind, before, after, attributes, all);
    }
}
