package org.assay.cli;

import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.ChangeSelection;
import org.assay.app.ListChanges;
import org.assay.app.RemoveTags;
import org.assay.app.TagChanges;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.model.change.Decision;

/** {@code assay tag}: records what is decided on changes. */
@Command(name = "tag", description = "Record a decision on changes of a comparison. It holds for the same change in every comparison.",
        footer = {"", "Example:", "  assay tag -c outbreak quarantine --glob 'C:/**.vbs' --note 'LoveLetter'",
                "  assay tag -c outbreak repair --change 12,13", "  assay tag -c outbreak none --change 12"})
final class TagCommand extends CommandOnCase {

    /** What can be said of a change on the command line: the decisions, and {@code none}. */
    enum Said {
        QUARANTINE, REPAIR, ACCEPT, INVESTIGATE, NONE
    }

    @Parameters(paramLabel = "DECISION", description = "quarantine, repair, accept, investigate, or none to remove a decision.")
    private Said said;

    @Override
    protected void takeArguments(LineArguments line) {
        line.option(ListChanges.COMPARISON);
        line.option(ChangeSelection.CHANGES);
        line.option(ChangeSelection.GLOB);
        line.option(TagChanges.NOTE);
        line.option(TagChanges.ANALYST);
    }

    @Override
    protected void check() {
        line().require(() -> ChangeSelection.of(line().values()));
    }

    @Override
    protected int run(Case openCase) {
        ArgumentValues values = line().values();
        ChangeSelection selection = ChangeSelection.of(values);
        long number = comparison(openCase);
        if (said == Said.NONE) {
            assay().terminal().say(new RemoveTags(number, selection).run(openCase) + " decisions removed");
        } else {
            int tagged = new TagChanges(number, selection, Decision.valueOf(said.name()), values.get(TagChanges.NOTE),
                    values.find(TagChanges.ANALYST).orElse(analyst())).run(openCase).size();
            assay().terminal().say(tagged + " changes: " + said.name().toLowerCase(Locale.ROOT));
        }
        return ExitCode.OK;
    }
}
