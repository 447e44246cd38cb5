package org.assay.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.assay.app.Case;
import org.assay.app.Export;
import org.assay.app.ExportRemediation;
import org.assay.model.Action;
import org.assay.model.Visible;

/** {@code assay export}: writes the remediation that follows from the tags. */
@Command(name = "export", description = "Write the remediation that follows from the tags into a new or empty folder.",
        footer = {"", "Example:", "  assay export -c outbreak --out remediation"})
final class ExportCommand extends CommandOnCase {

    @Mixin
    private ComparisonOption comparison;

    @Option(names = {"-o", "--out"}, required = true, paramLabel = "DIR", description = "The folder; it must be new or empty.")
    private Path folder;

    @Override
    int run(Case openCase) {
        print(assay().terminal(), new ExportRemediation(comparison.in(openCase), folder).run(openCase));
        return ExitCode.OK;
    }

    static void print(Terminal terminal, Export export) {
        List<Action> actions = export.plan().actions();
        long manual = actions.stream().filter(Action.ManualStep.class::isInstance).count();
        terminal.out().println(actions.size() - manual + " actions and " + manual + " manual steps written:");
        export.files().forEach(file -> terminal.out().println("  " + Visible.text(file.toString())));
        GapNotice.ofComparison(terminal, export.gaps());
    }
}
