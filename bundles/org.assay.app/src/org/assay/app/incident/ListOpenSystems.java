package org.assay.app.incident;

import java.util.List;

import org.assay.app.Case;
import org.assay.incident.IncidentRecord;
import org.assay.model.incident.IncidentEntry;

/** Lists what was switched off and is not on again. */
public record ListOpenSystems() {

    /** @param off the entries that say so, the earliest first */
    public record Outcome(List<IncidentEntry> off, boolean closed) {
    }

    public Outcome run(Case openCase) {
        IncidentRecord log = new IncidentRecord(openCase.incident());
        return new Outcome(log.stillOff(), log.isClosed());
    }
}
