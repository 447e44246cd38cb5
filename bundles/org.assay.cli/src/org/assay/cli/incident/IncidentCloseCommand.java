package org.assay.cli.incident;

import picocli.CommandLine.Command;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.incident.EntryArguments;
import org.assay.app.incident.NoteEntry;
import org.assay.cli.command.LineArguments;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.IncidentEntry;

/** {@code assay incident close}: notes that it is over. */
@Command(name = "close", description = "Note that the incident is over. Refused while something is switched off.",
        footer = {"", "Example:", "  assay incident close -c outbreak 'two weeks without a trace'"})
final class IncidentCloseCommand extends CommandThatNotes {

    @Override
    void takeOwn(LineArguments line) {
        line.position(NoteEntry.TEXT);
    }

    @Override
    IncidentEntry note(Case openCase, ArgumentValues values, EntryArguments arguments) {
        return NoteEntry.of(new EntryDetail.Closed(), values.get(NoteEntry.TEXT), analyst(), arguments).run(openCase);
    }
}
