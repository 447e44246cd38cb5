package org.assay.cli.incident;

import picocli.CommandLine.Command;

import org.assay.app.Case;
import org.assay.app.fleet.FleetArguments;
import org.assay.app.incident.ReportIncident;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;

/** {@code assay incident report}: writes the report. */
@Command(name = "report", description = "Write the report of the incident as one page for reading and printing: what happened when, which"
        + " machines, how it came, what was changed on them, what was done, what is left, how long the phases took and who spent how many"
        + " hours, which defences failed, and what to do before the next one.",
        footer = {"", "Example:", "  assay incident report -c outbreak --out incident.html",
                "  assay incident report -c outbreak --out incident.html --baseline 1"})
final class IncidentReportCommand extends CommandOnCase {

    @Override
    protected void takeArguments(LineArguments line) {
        line.option(ReportIncident.FILE, "-o");
        line.options(FleetArguments.ALL);
    }

    @Override
    protected int run(Case openCase) {
        ReportIncident report = new ReportIncident(line().values().get(ReportIncident.FILE), FleetArguments.of(line().values()));
        try (Watch watch = assay().watch()) {
            report.run(openCase, watch.progress());
        }
        assay().terminal().say("written: " + report.file());
        return ExitCode.OK;
    }
}
