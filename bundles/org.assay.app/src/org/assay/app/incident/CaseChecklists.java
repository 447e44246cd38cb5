package org.assay.app.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.assay.app.Case;
import org.assay.incident.ChecklistReader;
import org.assay.model.AssayException;
import org.assay.model.ErrorCode;
import org.assay.model.incident.Checklist;
import org.assay.model.text.Visible;

/** The checklists of a case: those of Assay, then the team's own. */
final class CaseChecklists {

    private CaseChecklists() {
    }

    static List<Checklist> of(Case openCase) {
        List<Checklist> all = new ArrayList<>(ChecklistReader.shipped());
        openCase.checklists().forEach(one -> all.add(ChecklistReader.read(one.toml().toArray(), one.name())));
        return all;
    }

    /** The one that is called {@code name}; fails with {@code WRONG_USAGE} when there is none. */
    static Checklist named(List<Checklist> all, String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> new AssayException(ErrorCode.WRONG_USAGE,
                "There is no checklist " + Visible.text(name) + ". There are: "
                        + all.stream().map(Checklist::name).collect(Collectors.joining(", ")) + "."));
    }
}
