package org.assay.compare.churn;

import java.util.List;
import java.util.Optional;

import org.assay.model.Location;

/**
 * Says of a kind of system what changes there while nothing happens. {@code docs/churn-policies.md} describes the file.
 *
 * @param name its name, in kebab case
 * @param title for people: which systems it is for
 * @param markers paths from a tree's root on, without a separator before: it is for trees that hold one of them; none means every tree
 */
public record ChurnPolicy(String name, String title, List<String> markers, List<ChurnRule> rules) {

    public ChurnPolicy {
        markers = List.copyOf(markers);
        rules = List.copyOf(rules);
    }

    /** The first rule that speaks of {@code location}. */
    public Optional<ChurnRule> ruleFor(Location location) {
        return rules.stream().filter(rule -> rule.places().matches(location)).findFirst();
    }
}
