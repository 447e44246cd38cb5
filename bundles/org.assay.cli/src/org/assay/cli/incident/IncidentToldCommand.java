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

/** {@code assay incident told}: notes who was told what. */
@Command(name = "told", description = "Note that people were told something, and how.",
        footer = {"", "Example:", "  assay incident told -c outbreak 'all users' 'leave the letter unopened' --by public_address"})
final class IncidentToldCommand extends CommandThatNotes {

    @Override
    void takeOwn(LineArguments line) {
        line.position(SystemArguments.WHO);
        line.position(SystemArguments.WHAT);
        line.option(SystemArguments.CHANNEL);
    }

    @Override
    IncidentEntry note(Case openCase, ArgumentValues values, EntryArguments arguments) {
        return NoteEntry.of(new EntryDetail.Told(values.get(SystemArguments.WHO), values.get(SystemArguments.CHANNEL)),
                values.get(SystemArguments.WHAT), analyst(), arguments).run(openCase);
    }
}
