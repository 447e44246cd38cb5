package org.assay.cli.incident;

import picocli.CommandLine.Command;

import org.assay.cli.option.CommandGroup;

/** {@code assay incident}: the record of the outbreak. */
@Command(name = "incident", description = "Keep the record of the outbreak beside the evidence: what was noted and told,"
        + " by whom and when, and what is switched off.",
        subcommands = {IncidentAddCommand.class, IncidentLogCommand.class, IncidentOffCommand.class, IncidentOnCommand.class,
                IncidentOpenCommand.class, IncidentToldCommand.class, IncidentChecklistCommand.class,
                IncidentCheckCommand.class, IncidentTimelineCommand.class, IncidentReportCommand.class, IncidentCloseCommand.class,
                IncidentReopenCommand.class},
        footer = {"", "Example:", "  assay incident add -c outbreak 'PC09 sends mail by itself' --fact first_report --source 'A. Clerk'",
                "  assay incident log -c outbreak"})
public final class IncidentCommand extends CommandGroup {

    public IncidentCommand() {
        super("add, log, off, on, open, told, checklist, check, timeline, report, close or reopen");
    }
}
