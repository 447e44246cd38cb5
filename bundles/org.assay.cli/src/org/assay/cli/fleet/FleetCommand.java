package org.assay.cli.fleet;

import picocli.CommandLine.Command;

import org.assay.cli.option.CommandGroup;

/** {@code assay fleet}: questions to all hosts of a case. */
@Command(name = "fleet", description = "Ask all hosts of a case at once: what they have in common, who is infected, and what"
        + " the others have"
        + " that the infected lack. Compare them first, with 'assay compare --all'.",
        subcommands = {FleetChangesCommand.class, FleetHostsCommand.class, FleetOutliersCommand.class, FleetMatrixCommand.class,
                FleetTagCommand.class},
        footer = {"", "Example:", "  assay compare -c outbreak --all --baseline 1", "  assay fleet hosts -c outbreak",
                "  assay fleet outliers -c outbreak"})
public final class FleetCommand extends CommandGroup {

    public FleetCommand() {
        super("changes, hosts, outliers, matrix or tag");
    }
}
