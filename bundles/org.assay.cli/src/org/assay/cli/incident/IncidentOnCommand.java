package org.assay.cli.incident;

import picocli.CommandLine.Command;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.incident.EntryArguments;
import org.assay.app.incident.NoteEntry;
import org.assay.app.incident.SystemArguments;
import org.assay.cli.command.LineArguments;
import org.assay.model.incident.IncidentEntry;

/** {@code assay incident on}: notes that a system is on again. */
@Command(name = "on", description = "Note that what was switched off is on again.",
        footer = {"", "Example:", "  assay incident on -c outbreak 'mail connector'", "  assay incident on -c outbreak 4 'scanned first'"})
final class IncidentOnCommand extends CommandThatNotes {

    @Override
    void takeOwn(LineArguments line) {
        line.position(SystemArguments.OFF);
        line.position(NoteEntry.TEXT);
    }

    @Override
    IncidentEntry note(Case openCase, ArgumentValues values, EntryArguments arguments) {
        return SystemArguments.on(values.get(SystemArguments.OFF), values.get(NoteEntry.TEXT), analyst(), arguments).run(openCase);
    }
}
