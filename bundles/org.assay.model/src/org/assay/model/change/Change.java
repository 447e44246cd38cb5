package org.assay.model.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.assay.model.Location;
import org.assay.model.Severity;
import org.assay.model.field.Attribute;
import org.assay.model.field.FieldDifference;
import org.assay.model.field.ItemFields;
import org.assay.model.item.Item;

/**
 * One difference between two snapshots.
 *
 * @param number its number in the comparison, from 1, in {@link Location#ORDER}
 * @param before the item in the baseline; empty for {@link ChangeKind#ADDED}
 * @param after the item in the suspect; empty for {@link ChangeKind#REMOVED}
 * @param attributes what differs, in the order of {@link Attribute}; empty for ADDED and REMOVED
 * @param findings why it matters, most severe first
 * @param explanation why it may be taken for benign all the same
 */
public record Change(int number, ChangeKind kind, Optional<Item> before, Optional<Item> after, Set<Attribute> attributes,
        List<Finding> findings, Optional<Explanation> explanation) {

    /** What an explained change counts at most. Its findings stay as they are. */
    private static final Severity MAX_EXPLAINED_SEVERITY = Severity.LOW;

    /** The highest {@link Score} first, then by number. Long lists are sorted by {@link Score#sorted}, which makes each score once. */
    public static final Comparator<Change> MOST_SEVERE_FIRST = Comparator.comparingLong(Score::key);

    public Change {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change has a before or an after");
        }
        attributes = attributes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(attributes));
        findings = findings.stream().sorted(Comparator.comparing(Finding::severity).reversed()).toList();
    }

    /** A change that nothing explains yet. */
    public static Change of(int number, ChangeKind kind, Optional<Item> before, Optional<Item> after, Set<Attribute> attributes,
            List<Finding> findings) {
        return new Change(number, kind, before, after, attributes, findings, Optional.empty());
    }

    /** The item as it is now or, when it is gone, as it was. */
    public Item item() {
        return after.orElseGet(before::orElseThrow);
    }

    /** Where {@link #item} is. */
    public Location location() {
        return item().location();
    }

    /** What differs, each with what it was and what it is, in the order in which it is shown; empty where one of the two is missing. */
    public List<FieldDifference> differences() {
        return before.isEmpty() || after.isEmpty() ? List.of() : ItemFields.differences(before.get(), after.get(), attributes);
    }

    /** The most severe finding's severity, at most {@link Severity#LOW} where it is explained; {@link Severity#INFO} without findings. */
    public Severity severity() {
        Severity found = findings.isEmpty() ? Severity.INFO : findings.getFirst().severity();
        return isExplained() && found.compareTo(MAX_EXPLAINED_SEVERITY) > 0 ? MAX_EXPLAINED_SEVERITY : found;
    }

    public boolean isExplained() {
        return explanation.isPresent();
    }

    /** Whether a finding says that this change makes something start, or is what starts. */
    public boolean isAutostart() {
        return findings.stream().anyMatch(finding -> finding.code().equals(Finding.AUTOSTART));
    }

    /** This change with {@code more} findings. */
    public Change with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Change(number, kind, before, after, attributes, all, explanation);
    }

    /** This change without an explanation by a policy or by others like it: what starts on its own is not churn, nor one of many. */
    public Change alone() {
        return explanation.filter(one -> one.kind() == ExplanationKind.CHURN || one.kind() == ExplanationKind.PART_OF).isEmpty() ? this
                : new Change(number, kind, before, after, attributes, findings, Optional.empty());
    }

    /** This change, explained by {@code reason}. */
    public Change explainedBy(Explanation reason) {
        return new Change(number, kind, before, after, attributes, findings, Optional.of(reason));
    }
}
