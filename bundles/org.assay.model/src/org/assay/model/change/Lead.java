package org.assay.model.change;

import java.util.List;

import org.assay.model.Severity;

/**
 * Changes that belong together: one thing that somebody did.
 *
 * @param score how early it should be looked at: that of its first change and a tenth of each other's
 * @param changes at least one; the highest score first
 * @param story what happened, in sentences
 */
public record Lead(int score, List<Change> changes, List<String> story) {

    public Lead {
        changes = List.copyOf(changes);
        story = List.copyOf(story);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("a lead has at least one change");
        }
    }

    /** That of its most severe change. */
    public Severity severity() {
        return changes.stream().map(Change::severity).max(Severity::compareTo).orElseThrow();
    }
}
