package org.assay.cli;

import java.util.Optional;

import picocli.CommandLine.Command;

import org.assay.app.ArgumentValues;
import org.assay.app.Case;
import org.assay.app.ChangeSelection;
import org.assay.app.ListChanges;
import org.assay.app.TagChanges;
import org.assay.app.edit.AcceptChanges;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;

/** {@code assay accept}: makes a baseline that holds what was accepted. */
@Command(name = "accept", description = "Make a new baseline that holds accepted changes besides what the old one does, which stays."
        + " Without --change and --glob it is those that are tagged accept; else they are tagged so.",
        footer = {"", "Example:", "  assay accept -c outbreak --glob '/etc/nginx/**' --note 'new proxy, ticket 4711'"})
final class AcceptCommand extends CommandOnCase {

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
        line().require(() -> selection(line().values()));
    }

    private static Optional<ChangeSelection> selection(ArgumentValues values) {
        return values.get(ChangeSelection.CHANGES).isEmpty() && values.find(ChangeSelection.GLOB).isEmpty() ? Optional.empty()
                : Optional.of(ChangeSelection.of(values));
    }

    @Override
    protected int run(Case openCase) {
        ArgumentValues values = line().values();
        AcceptChanges.Outcome outcome = new AcceptChanges(comparison(openCase), selection(values), values.get(TagChanges.NOTE),
                values.find(TagChanges.ANALYST).orElse(analyst())).run(openCase);
        assay().terminal().say("snapshot %d: the baseline of snapshot %d with %,d accepted changes".formatted(outcome.amended().id(),
                outcome.comparison().baseline(), outcome.accepted()));
        assay().terminal().say("next: assay compare %d %d".formatted(outcome.amended().id(), outcome.comparison().suspect()));
        return ExitCode.OK;
    }
}
