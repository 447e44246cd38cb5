package org.assay.cli.fleet;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.assay.app.fleet.CompareFleet.Result;
import org.assay.app.fleet.CompareFleet.Row;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.Colour;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;
import org.assay.model.change.Comparison;
import org.assay.model.text.Labels;

/** What became of each host that was to be compared, a line each. */
public final class ComparedHosts {

    private ComparedHosts() {
    }

    /** Writes the list; gives the exit code. */
    public static int print(Terminal terminal, FormatOption format, List<Row> rows) {
        new Listing<>("hosts", Map.of(), List.of(
                ListColumn.<Row>fixed("host", "Host", Row::host),
                ListColumn.<Row>fixed("group", "Group", Row::group),
                ListColumn.<Row>fixed("result", "Result", row -> Labels.of(row.result()))
                        .painted(row -> row.result() == Result.FAILED ? Colour.RED : Colour.NONE),
                ListColumn.<Row>fixed("comparison", "Comparison", row -> of(row, Comparison::id)),
                ListColumn.<Row>exact("baseline", row -> of(row, Comparison::baseline)),
                ListColumn.<Row>exact("suspect", row -> of(row, Comparison::suspect)),
                ListColumn.<Row>fixed("changes", "Changes", row -> of(row, Comparison::changes)),
                ListColumn.<Row>fixed("gaps", "Gaps", row -> row.comparison().isPresent() ? row.gaps() : ""),
                ListColumn.<Row>fixed("why", "Why", Row::why)), rows).print(format.format(), terminal);
        List<Row> failed = rows.stream().filter(row -> row.result() == Result.FAILED).toList();
        if (!failed.isEmpty()) {
            terminal.warn("not compared: " + String.join(", ", failed.stream().map(Row::host).toList()));
        }
        boolean gaps = !failed.isEmpty() || rows.stream().anyMatch(row -> row.gaps() > 0);
        boolean changes = rows.stream().flatMap(row -> row.comparison().stream()).anyMatch(one -> one.changes() > 0);
        return ExitCode.ofComparison(changes, gaps);
    }

    private static Object of(Row row, ToLongFunction<Comparison> what) {
        return row.comparison().isPresent() ? what.applyAsLong(row.comparison().get()) : "";
    }
}
