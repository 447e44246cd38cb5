package org.assay.cli.fleet;

import picocli.CommandLine.Mixin;

import org.assay.app.Case;
import org.assay.app.fleet.FleetArguments;
import org.assay.app.fleet.ReadFleet;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;
import org.assay.cli.option.FormatOption;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetHost;

/** A question to the fleet of a case. */
abstract class CommandOnFleet extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Override
    protected void takeArguments(LineArguments line) {
        line.options(FleetArguments.ALL);
    }

    @Override
    protected boolean onlyReads() {
        return true;
    }

    final FormatOption format() {
        return format;
    }

    @Override
    protected final int run(Case openCase) {
        Fleet fleet;
        try (Watch watch = assay().watch()) {
            fleet = new ReadFleet(FleetArguments.of(line().values())).run(openCase, watch.progress());
        }
        answer(fleet);
        return tellUnknown(fleet) ? ExitCode.GAPS : ExitCode.OK;
    }

    /** Answers on the terminal. */
    abstract void answer(Fleet fleet);

    /** What every answer must say of hosts of which not everything is known; tells whether there is one. */
    private boolean tellUnknown(Fleet fleet) {
        fleet.hosts().stream().filter(host -> host.compared().isEmpty())
                .forEach(host -> assay().terminal().warn("nothing is known of " + host.name() + ": " + host.obstacle()));
        long gaps = fleet.hosts().stream().filter(CommandOnFleet::hasGaps).count();
        if (gaps > 0) {
            assay().terminal().warn("of " + gaps + " of " + fleet.hosts().size() + " hosts not everything was read or asked"
                    + " for: what is not"
                    + " listed of them there is not known to be unchanged");
        }
        return gaps > 0 || fleet.compared().count() < fleet.hosts().size();
    }

    private static boolean hasGaps(FleetHost host) {
        return host.compared().filter(table -> table.gaps() > 0).isPresent();
    }
}
