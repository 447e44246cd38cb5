package org.assay.ui.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assay.app.page.ExplainedGroups;
import org.assay.model.Severity;
import org.assay.model.change.Change;
import org.assay.model.change.Lead;

/**
 * Changes that are looked at together: a lead, or all that one thing explains.
 *
 * @param severity that of a lead; empty for what is explained
 * @param score how early it should be looked at; 0 for what is explained
 * @param story what happened, or what explains it, in sentences as they are; at least one
 * @param changes the numbers of the changes, the one to begin with first
 */
public record ShownLead(Optional<Severity> severity, int score, List<String> story, List<Integer> changes) {

    public ShownLead {
        story = List.copyOf(story);
        changes = List.copyOf(changes);
    }

    /** Leads, the highest score first, and then what is explained, that which explains most first. */
    public static List<ShownLead> of(List<Lead> leads, List<ExplainedGroups.Group> explained) {
        List<ShownLead> all = new ArrayList<>();
        leads.forEach(lead -> all.add(new ShownLead(Optional.of(lead.severity()), lead.score(), lead.story(),
                lead.changes().stream().map(Change::number).toList())));
        explained.forEach(group -> all.add(new ShownLead(Optional.empty(), 0, List.of(group.text()), group.changes())));
        return all;
    }
}
