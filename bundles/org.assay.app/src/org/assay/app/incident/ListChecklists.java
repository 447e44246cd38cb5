package org.assay.app.incident;

import java.util.List;
import java.util.Optional;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.Case;
import org.assay.incident.IncidentRecord;
import org.assay.model.incident.Checklist;

/**
 * Lists how the points of checklists stand.
 *
 * @param name the only checklist that is meant
 */
public record ListChecklists(Optional<String> name) {

    public static final Argument<String> NAME = Argument.optional("name", "Checklist", "The only checklist that is meant.", "NAME",
            new ArgumentType.Text());

    public List<Checklist.Standing> run(Case openCase) {
        List<Checklist> all = CaseChecklists.of(openCase);
        return new IncidentRecord(openCase.incident()).standing(name.map(one -> List.of(CaseChecklists.named(all, one))).orElse(all));
    }
}
