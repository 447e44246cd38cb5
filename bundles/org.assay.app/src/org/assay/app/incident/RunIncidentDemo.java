package org.assay.app.incident;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.assay.app.Case;
import org.assay.app.fleet.FleetArguments;
import org.assay.app.fleet.RunFleetDemo;
import org.assay.demo.DemoIncident;
import org.assay.incident.IncidentRecord;
import org.assay.model.Progress;
import org.assay.model.fleet.HostComparison;
import org.assay.model.incident.EntryContent;
import org.assay.model.incident.EntryLabels;

/** Runs the sample outbreak of thirty machines with the record of those who put it down, and writes the report of it. */
public record RunIncidentDemo(Path folder) {

    /** @param report the page */
    public record Outcome(RunFleetDemo.Outcome fleet, Path report) {
    }

    /** As {@link RunFleetDemo#run}; the report lies beside the case. */
    public Outcome run(Progress progress) {
        RunFleetDemo.Outcome outcome = new RunFleetDemo(folder).run(progress);
        Path report = folder.resolve("incident.html");
        Optional<Long> gold = outcome.fleet().hosts().stream().flatMap(host -> host.compared().stream()).map(HostComparison::baseline)
                .findFirst();
        try (Case openCase = Case.open(outcome.caseFile())) {
            for (EntryContent content : DemoIncident.entries()) {
                openCase.note(content, entries -> new IncidentRecord(entries).requireFits(content), EntryLabels.text(content));
            }
            new ReportIncident(report, new FleetArguments(gold, Map.of(), Optional.empty())).run(openCase, progress);
        }
        return new Outcome(outcome, report);
    }
}
