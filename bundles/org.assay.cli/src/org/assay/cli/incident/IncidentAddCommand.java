package org.assay.cli.incident;

import picocli.CommandLine.Command;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.incident.EntryArguments;
import org.assay.app.incident.NoteEntry;
import org.assay.cli.command.LineArguments;
import org.assay.model.incident.EntryDetail;
import org.assay.model.incident.IncidentEntry;

/** {@code assay incident add}: notes something, or a fact. */
@Command(name = "add", description = "Add an entry to the incident's log: a note or, with --fact, something that is known. What was"
        + " wrong is put right by another entry; none is altered.",
        footer = {"", "Example:", "  assay incident add -c outbreak 'LoveLetter' --fact name --source 'a vendor' --spent 20m",
                "  assay incident add -c outbreak 'The letter came at nine' --at 2000-05-04T09:00 --host PC09"})
final class IncidentAddCommand extends CommandThatNotes {

    @Override
    void takeOwn(LineArguments line) {
        line.position(NoteEntry.TEXT);
        line.option(NoteEntry.FACT);
        line.option(NoteEntry.SOURCE);
    }

    @Override
    IncidentEntry note(Case openCase, ArgumentValues values, EntryArguments arguments) {
        EntryDetail detail = values.find(NoteEntry.FACT).<EntryDetail>map(type -> new EntryDetail.Fact(type, values.get(NoteEntry.SOURCE)))
                .orElseGet(EntryDetail.Note::new);
        return NoteEntry.of(detail, values.get(NoteEntry.TEXT), analyst(), arguments).run(openCase);
    }
}
