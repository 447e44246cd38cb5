package org.assay.cli.fleet;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.assay.app.fleet.CaptureHosts.Row;
import org.assay.cli.command.ExitCode;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.Colour;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;
import org.assay.model.snapshot.Snapshot;

/** What became of each host that was to be captured, a line each. */
public final class CapturedHosts {

    private CapturedHosts() {
    }

    /** Writes the list; gives the exit code. */
    public static int print(Terminal terminal, FormatOption format, List<Row> rows) {
        new Listing<>("hosts", Map.of(), List.of(
                ListColumn.<Row>fixed("host", "Host", Row::host),
                ListColumn.<Row>fixed("group", "Group", Row::group),
                ListColumn.<Row>fixed("state", "State", row -> of(row, one -> one.state().name(), "NOT CAPTURED"))
                        .painted(row -> row.isComplete() ? Colour.NONE : Colour.RED),
                ListColumn.<Row>fixed("snapshot", "Snapshot", row -> of(row, Snapshot::id, "")),
                ListColumn.<Row>fixed("items", "Items", row -> of(row, one -> one.coverage().items(), "")),
                ListColumn.<Row>fixed("gaps", "Gaps", row -> of(row, one -> one.coverage().gaps(), "")),
                ListColumn.<Row>fixed("why", "Why", Row::why)), rows).print(format.format(), terminal);
        List<String> incomplete = rows.stream().filter(row -> !row.isComplete()).map(Row::host).toList();
        if (!incomplete.isEmpty()) {
            terminal.warn("not everything was read of: " + String.join(", ", incomplete));
        }
        return incomplete.isEmpty() ? ExitCode.OK : ExitCode.GAPS;
    }

    private static Object of(Row row, Function<Snapshot, Object> what, String none) {
        return row.snapshot().map(what).orElse(none);
    }
}
