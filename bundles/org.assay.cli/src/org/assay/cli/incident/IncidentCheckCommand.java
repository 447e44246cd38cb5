package org.assay.cli.incident;

import picocli.CommandLine.Command;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.incident.EntryArguments;
import org.assay.app.incident.MarkPoint;
import org.assay.app.incident.NoteEntry;
import org.assay.cli.command.LineArguments;
import org.assay.model.incident.IncidentEntry;

/** {@code assay incident check}: says how a point of a checklist stands. */
@Command(name = "check", description = "Say how a point of a checklist stands.",
        footer = {"", "Example:", "  assay incident check -c outbreak leader done 'Ann leads, Bert at night'",
                "  assay incident check -c outbreak mail-virus:network-off not_applicable"})
final class IncidentCheckCommand extends CommandThatNotes {

    @Override
    void takeOwn(LineArguments line) {
        line.position(MarkPoint.POINT);
        line.position(MarkPoint.STATE);
        line.position(NoteEntry.TEXT);
    }

    @Override
    IncidentEntry note(Case openCase, ArgumentValues values, EntryArguments arguments) {
        return new MarkPoint(values.get(MarkPoint.POINT), values.get(MarkPoint.STATE), values.get(NoteEntry.TEXT), analyst(), arguments)
                .run(openCase);
    }
}
