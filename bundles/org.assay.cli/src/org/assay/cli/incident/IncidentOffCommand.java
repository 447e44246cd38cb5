package org.assay.cli.incident;

import picocli.CommandLine.Command;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.incident.EntryArguments;
import org.assay.app.incident.NoteEntry;
import org.assay.app.incident.SystemArguments;
import org.assay.cli.command.LineArguments;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.IncidentEntry;

/** {@code assay incident off}: notes that a system was switched off. */
@Command(name = "off", description = "Note that a system or service was switched off, and why. It stays on the list of 'assay incident"
        + " open' until it is on again.",
        footer = {"", "Example:", "  assay incident off -c outbreak 'mail connector' 'it spreads by mail' --kind connection"})
final class IncidentOffCommand extends CommandThatNotes {

    @Override
    void takeOwn(LineArguments line) {
        line.position(SystemArguments.SYSTEM);
        line.position(SystemArguments.WHY);
        line.option(SystemArguments.KIND);
    }

    @Override
    IncidentEntry note(Case openCase, ArgumentValues values, EntryArguments arguments) {
        return NoteEntry.of(new EntryDetail.SwitchedOff(values.get(SystemArguments.SYSTEM), values.get(SystemArguments.KIND)),
                values.get(SystemArguments.WHY), analyst(), arguments).run(openCase);
    }
}
