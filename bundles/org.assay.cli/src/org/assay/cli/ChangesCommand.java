package org.assay.cli;

import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.app.ChangeList;
import org.assay.app.ExplainChange;
import org.assay.app.ListChanges;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.cli.option.FormatOption;
import org.assay.model.Severity;
import org.assay.model.change.ChangeKind;
import org.assay.model.change.PickedRows;
import org.assay.model.change.TaggedChange;
import org.assay.model.snapshot.Glob;

/** {@code assay changes}: lists a stored comparison's changes. */
@Command(name = "changes", description = "List the changes of a comparison, most severe first.",
        footer = {"", "Example:", "  assay changes -c outbreak --severity high",
                "  assay changes -c outbreak --explain 12",
                "  assay changes -c outbreak --glob 'C:/WINDOWS/**' -f csv"})
final class ChangesCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only added, removed, modified or moved.")
    private Optional<ChangeKind> kind;

    @Option(names = "--severity", paramLabel = "LEAST", description = "Only changes of at least this severity: info, low, medium or high.",
            defaultValue = "INFO")
    private Severity severity;

    @Option(names = "--glob", paramLabel = "GLOB",
            description = "Only locations that match: * within a name, ** anything, ? one character; case-insensitive.")
    private Optional<String> glob;

    @Option(names = "--explained", description = "In a table, list explained changes one by one.")
    private boolean explained;

    @Option(names = "--untagged", description = "Only changes without a tag.")
    private boolean untagged;

    @Override
    protected void takeArguments(LineArguments line) {
        line.option(ListChanges.COMPARISON);
        line.option(ExplainChange.NUMBER);
    }

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        Optional<Long> one = line().values().find(ExplainChange.NUMBER);
        if (one.isPresent()) {
            new ExplainChange(comparison(openCase), one.get().intValue()).run(openCase).lines().forEach(assay().terminal()::say);
            return ExitCode.OK;
        }
        ChangeList list = new ListChanges(comparison(openCase)).run(openCase);
        ChangeListing listing = new ChangeListing(assay().terminal(), format, explained || glob.isPresent());
        if (glob.isEmpty()) {
            return listing.print(list, PickedRows.where(list.changes(), this::isShown));
        }
        ChangeList part = list.within(new Glob(glob.get()));
        return listing.printPart(list, part, PickedRows.where(part.changes(), this::isShown));
    }

    private boolean isShown(TaggedChange row) {
        return kind.map(row.change().kind()::equals).orElse(true)
                && row.change().severity().compareTo(severity) >= 0
                && !(untagged && row.tag().isPresent());
    }
}
