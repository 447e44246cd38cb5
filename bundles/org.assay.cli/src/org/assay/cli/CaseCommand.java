package org.assay.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import org.assay.app.Case;
import org.assay.model.Comparison;

/** {@code assay case}: makes a case and tells what is in one. */
@Command(name = "case", description = "Create a case, or show what is in one.",
        footer = {"", "Example:", "  assay case new outbreak", "  assay case info outbreak"})
final class CaseCommand implements Runnable {

    @ParentCommand
    private AssayCommand assay;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: new or info");
    }

    @Command(name = "new", description = "Create a new, empty case.", footer = {"", "Example:", "  assay case new outbreak"})
    int create(@Parameters(paramLabel = "CASE", description = "The case file to create; .mv.db is added to its name.") Path file) {
        try (Case made = Case.create(file)) {
            assay.terminal().say("created the case " + made.file());
        }
        return ExitCode.OK;
    }

    @Command(name = "info", description = "Show what is in a case: its comparisons and how many snapshots and tags it holds.",
            footer = {"", "Example:", "  assay case info outbreak --format json"})
    int info(@Parameters(paramLabel = "CASE", arity = "0..1", defaultValue = "${env:ASSAY_CASE}",
            description = "The case file; by default that of the environment variable ASSAY_CASE.") Path file,
            @Mixin FormatOption format,
            @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = AssayCommand.WAIT_SECONDS, description = AssayCommand.WAIT)
            int waitSeconds) {
        if (file == null) {
            throw new ParameterException(spec.subcommands().get("info"), "name the case, or set ASSAY_CASE to it");
        }
        try (Case opened = Case.openToRead(file, assay.waiting(waitSeconds))) {
            int snapshots = opened.snapshots().size();
            int tags = opened.tags().size();
            List<Comparison> comparisons = opened.comparisons();
            if (format.isTable()) {
                assay.terminal().say(opened.file() + ": snapshots " + snapshots + ", comparisons " + comparisons.size()
                        + ", tags " + tags);
            }
            new Listing<>("comparisons", Map.of("file", opened.file().toString(), "snapshots", snapshots, "tags", tags),
                    List.of(ListColumn.<Comparison>fixed("comparison", "No", Comparison::id),
                            ListColumn.fixed("baseline", "Baseline", Comparison::baseline),
                            ListColumn.fixed("suspect", "Suspect", Comparison::suspect),
                            ListColumn.fixed("changes", "Changes", Comparison::changes),
                            ListColumn.fixed("gaps", "Gaps", Comparison::gaps),
                            ListColumn.fixed("compared", "Compared", comparison -> comparison.compared().toString())),
                    comparisons).print(format.format(), assay.terminal());
        }
        return ExitCode.OK;
    }
}
