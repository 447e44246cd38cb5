package org.assay.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import org.assay.app.ExplainFinding;
import org.assay.app.ListFindings;
import org.assay.app.page.FindingPage;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.Colour;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.PageText;
import org.assay.cli.output.Terminal;
import org.assay.model.change.FindingType;

/** {@code assay findings}: lists the findings that a comparison can make, or explains one. */
@Command(name = "findings", description = "List the findings that a comparison can make, or explain one: what it means, when it is wrong,"
        + " what to do.",
        footer = {"", "Example:", "  assay findings", "  assay findings double-extension"})
final class FindingsCommand implements Callable<Integer> {

    @ParentCommand
    private AssayCommand assay;

    @Mixin
    private FormatOption format;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The finding to explain, as the list names it; with --format json or csv,"
            + " the list has it alone.")
    private Optional<String> id;

    @Override
    public Integer call() {
        Optional<FindingPage> page = id.map(one -> new ExplainFinding(one).run());
        Terminal terminal = assay.terminal();
        if (page.isPresent() && format.isTable()) {
            terminal.out().print(new PageText(terminal).of(page.get()));
            terminal.out().flush();
        } else {
            listing(page.map(one -> List.of(one.type())).orElseGet(() -> new ListFindings().run())).print(format.format(), terminal);
        }
        return ExitCode.OK;
    }

    private static Listing<FindingType> listing(List<FindingType> types) {
        return new Listing<>("findings", Map.of(), List.of(
                ListColumn.<FindingType>fixed("id", "Finding", FindingType::id),
                ListColumn.<FindingType>fixed("severities", "Severity", type -> type.severities().stream().map(Enum::name).toList())
                        .painted(type -> Colour.of(type.severities().getFirst())),
                ListColumn.<FindingType>elastic("title", "Title", FindingType::title),
                ListColumn.<FindingType>exact("looks_at", FindingType::subject),
                ListColumn.<FindingType>fixed("techniques", "ATT&CK", FindingType::techniques)), types);
    }
}
