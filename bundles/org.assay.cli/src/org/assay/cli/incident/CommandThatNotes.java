package org.assay.cli.incident;

import java.util.List;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.incident.EntryArguments;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.model.incident.EntryLabels;
import org.assay.model.incident.EntryReference;
import org.assay.model.incident.IncidentEntry;

/** A command that adds an entry to the incident's log. */
abstract class CommandThatNotes extends CommandOnCase {

    @Override
    protected final void takeArguments(LineArguments line) {
        takeOwn(line);
        line.options(EntryArguments.ALL);
    }

    /** Takes what only this command has. */
    abstract void takeOwn(LineArguments line);

    /** Notes it. */
    abstract IncidentEntry note(Case openCase, ArgumentValues values, EntryArguments arguments);

    @Override
    protected final void check() {
        line().require(() -> EntryArguments.of(line().values()));
    }

    @Override
    protected final int run(Case openCase) {
        ArgumentValues values = line().values();
        IncidentEntry stored = note(openCase, values, EntryArguments.of(values));
        assay().terminal().say("entry " + stored.number() + ": " + EntryLabels.text(stored.content()));
        List<String> known = openCase.hosts();
        // It may be right, before the first capture, or a slip of the pen.
        stored.content().references().stream().map(EntryReference::host).distinct().filter(host -> !known.contains(host))
                .forEach(host -> assay().terminal().warn("  the case has nothing of " + host + " yet."));
        return ExitCode.OK;
    }
}
