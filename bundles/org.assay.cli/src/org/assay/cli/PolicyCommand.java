package org.assay.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import org.assay.app.policy.ExplainPolicy;
import org.assay.app.policy.KnownSources;
import org.assay.app.policy.PolicyAnswer;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.CommandGroup;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;

/** {@code assay policy}: tells what the churn policies expect. */
@Command(name = "policy", description = "Say what grows, rotates or is cached on a system while nothing happens.",
        footer = {"", "Example:", "  assay policy explain /var/log/syslog"})
final class PolicyCommand extends CommandGroup {

    @ParentCommand
    private AssayCommand assay;

    PolicyCommand() {
        super("explain");
    }

    @Command(name = "explain", description = "Say which rule of each policy speaks of a place, and what it expects there.",
            footer = {"", "Example:", "  assay policy explain 'C:\\Windows\\Temp\\x.tmp'"})
    int explain(@Parameters(paramLabel = "LOCATION", description = "The place, as lists show it.") String place,
            @Option(names = "--policy", paramLabel = "FILE", description = "A policy of your own, asked first. May be given more than"
                    + " once.") List<Path> files,
            @Mixin FormatOption format) {
        List<PolicyAnswer> words = new ExplainPolicy(place,
                files == null ? KnownSources.NONE : new KnownSources(files, List.of(), List.of(), List.of(), List.of())).run();
        new Listing<>("policies", Map.of("location", place), List.of(
                ListColumn.<PolicyAnswer>fixed("policy", "Policy", PolicyAnswer::policy),
                ListColumn.<PolicyAnswer>fixed("line", "Line", word -> word.line() == 0 ? "" : String.valueOf(word.line())),
                ListColumn.<PolicyAnswer>exact("systems", PolicyAnswer::systems),
                ListColumn.<PolicyAnswer>elastic("rule", "Rule", PolicyAnswer::glob),
                ListColumn.<PolicyAnswer>fixed("expected", "Expected", word -> word.expected().isEmpty()
                        ? "nothing: a change stays unexplained" : word.expected())), words).print(format.format(), assay.terminal());
        return ExitCode.OK;
    }
}
