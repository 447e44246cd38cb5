package org.assay.cli.incident;

import picocli.CommandLine.Command;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.incident.EntryArguments;
import org.assay.app.incident.NoteEntry;
import org.assay.cli.command.LineArguments;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.IncidentEntry;

/** {@code assay incident reopen}: notes that it is not over. */
@Command(name = "reopen", description = "Note that a closed incident is not over.",
        footer = {"", "Example:", "  assay incident reopen -c outbreak 'it came back'"})
final class IncidentReopenCommand extends CommandThatNotes {

    @Override
    void takeOwn(LineArguments line) {
        line.position(NoteEntry.TEXT);
    }

    @Override
    IncidentEntry note(Case openCase, ArgumentValues values, EntryArguments arguments) {
        return NoteEntry.of(new EntryDetail.Reopened(), values.get(NoteEntry.TEXT), analyst(), arguments).run(openCase);
    }
}
