package org.assay.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.assay.app.Case;
import org.assay.app.ChangeSelection;
import org.assay.app.RemoveTags;
import org.assay.app.TagChanges;
import org.assay.model.Decision;
import org.assay.model.Glob;

/** {@code assay tag}: records what is decided on changes. */
@Command(name = "tag", description = "Record a decision on changes of a comparison. It holds for the same change in every comparison.",
        footer = {"", "Example:", "  assay tag -c outbreak quarantine --glob 'C:/**.vbs' --note 'LoveLetter'",
                "  assay tag -c outbreak repair --change 12,13", "  assay tag -c outbreak none --change 12"})
final class TagCommand extends CommandOnCase {

    /** What can be said of a change on the command line: the decisions, and {@code none}. */
    enum Said {
        QUARANTINE, REPAIR, ACCEPT, INVESTIGATE, NONE
    }

    @Mixin
    private ComparisonOption comparison;

    @Parameters(paramLabel = "DECISION", description = "quarantine, repair, accept, investigate, or none to take a decision back.")
    private Said said;

    @ArgGroup(multiplicity = "1")
    private Selected selected;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String note;

    @Option(names = "--analyst", paramLabel = "NAME", defaultValue = "${sys:user.name}",
            description = "Who decides; the user's name where this is left out.")
    private String analyst;

    private static final class Selected {

        @Option(names = "--change", split = ",", required = true, paramLabel = "N", description = "The changes' numbers.")
        private List<Integer> numbers;

        @Option(names = "--glob", required = true, paramLabel = "GLOB",
                description = "All changes at locations that match: * within a name, ** anything, ? one character.")
        private String glob;
    }

    @Override
    int run(Case openCase) {
        ChangeSelection selection = Optional.ofNullable(selected.glob)
                .<ChangeSelection>map(glob -> new ChangeSelection.Matching(new Glob(glob)))
                .orElseGet(() -> new ChangeSelection.Numbers(Set.copyOf(selected.numbers)));
        long number = comparison.in(openCase);
        if (said == Said.NONE) {
            assay().terminal().out().println(new RemoveTags(number, selection).run(openCase) + " decisions taken back");
        } else {
            int tagged = new TagChanges(number, selection, Decision.valueOf(said.name()), note, analyst).run(openCase).size();
            assay().terminal().out().println(tagged + " changes: " + said.name().toLowerCase(Locale.ROOT));
        }
        return ExitCode.OK;
    }
}
