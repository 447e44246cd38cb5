package org.assay.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetHosts;
import org.assay.model.incident.Checklist;
import org.assay.model.incident.Timeline;

/**
 * What the report of an incident is made from.
 *
 * @param file the case
 * @param digest what the case had as its digest, to be held against it
 * @param made when the report was made
 * @param checklists how their points stand; of checklists that nobody began none
 */
public record ReportContents(String file, Optional<String> digest, Instant made, IncidentRecord log, List<Checklist.Standing> checklists,
        Timeline timeline, Fleet fleet, FleetHosts hosts) {

    public ReportContents {
        checklists = List.copyOf(checklists);
    }
}
