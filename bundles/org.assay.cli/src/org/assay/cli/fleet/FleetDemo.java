package org.assay.cli.fleet;

import java.util.List;

import org.assay.app.fleet.RunFleetDemo;
import org.assay.app.incident.RunIncidentDemo;
import org.assay.cli.command.ExitCode;
import org.assay.cli.output.Format;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;
import org.assay.model.fleet.HostAnswer;
import org.assay.model.fleet.Outlier;
import org.assay.model.fleet.Outliers;
import org.assay.model.fleet.Trace;

/** What the sample outbreak of many machines comes to, for people. */
public final class FleetDemo {

    private static final int SHOWN_OUTLIERS = 5;

    private FleetDemo() {
    }

    /** Writes it; gives the exit code. */
    public static int print(Terminal terminal, RunIncidentDemo.Outcome demo) {
        RunFleetDemo.Outcome outcome = demo.fleet();
        FleetHostsCommand.print(terminal, Format.TABLE, outcome.fleet(), outcome.hosts());
        terminal.say("");
        outcome.hosts().hosts().stream().filter(host -> host.order().isPresent() && host.order().getAsInt() == 1)
                .forEach(host -> terminal.say("It began on " + host.host().name() + ": " + first(host)));
        terminal.say("");
        terminal.say("What the clean have that the infected lack, and the other way round:");
        Outliers found = outcome.outliers();
        List<Outlier> rows = found.rows().stream().limit(SHOWN_OUTLIERS).toList();
        Listing<Outlier> listing = FleetOutliersCommand.listing(new Outliers(found.one(), found.other(), found.baselines(), rows), "clean",
                "infected", outcome.fleet());
        listing.print(Format.TABLE, terminal);
        terminal.say("");
        terminal.say("The case: " + outcome.caseFile());
        terminal.say("The report of the incident: " + demo.report());
        return ExitCode.OK;
    }

    private static String first(HostAnswer host) {
        Trace trace = host.trace().orElseThrow();
        return trace.mark().location().text() + ", " + trace.time();
    }
}
