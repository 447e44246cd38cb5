package org.assay.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.assay.app.Case;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.change.Tag;

/** {@code assay tags}: lists the decisions of the case. */
@Command(name = "tags", description = "List the decisions: every tag of the case.", footer = {"", "Example:", "  assay tags -c outbreak"})
final class TagsCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        new Listing<>("tags", Map.of("file", openCase.file().toString()),
                List.of(ListColumn.<Tag>fixed("host", "Host", Tag::host),
                        ListColumn.<Tag>fixed("decision", "Decision", row -> row.decision().name()),
                        ListColumn.<Tag>elastic("location", "Location", row -> row.location().text()),
                        ListColumn.<Tag>exact("components", row -> row.location().components()),
                        ListColumn.<Tag>elastic("note", "Note", Tag::note),
                        ListColumn.<Tag>fixed("analyst", "Analyst", Tag::analyst),
                        ListColumn.<Tag>fixed("decided", "Decided", Tag::decided),
                        ListColumn.<Tag>exact("fingerprint", row -> row.fingerprint().hex())),
                openCase.tags()).print(format.format(), assay().terminal());
        return ExitCode.OK;
    }
}
