package org.assay.cli.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.assay.app.fleet.MatrixPage;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.Severity;
import org.assay.model.fleet.Fleet;
import org.assay.model.fleet.FleetChange;

/** {@code assay fleet matrix}: which host has which change. */
@Command(name = "matrix", description = "Show which host has which change, a row a change and a column a host: x it has it, ? it cannot be"
        + " told. --format csv is for programs, --html for people.",
        footer = {"", "Example:", "  assay fleet matrix -c outbreak --format csv > matrix.csv",
                "  assay fleet matrix -c outbreak --severity high --html matrix.html"})
final class FleetMatrixCommand extends CommandOnFleet {

    @Option(names = "--severity", paramLabel = "SEVERITY", description = "Only what is at least so severe: high, medium, low or info.")
    private Optional<Severity> severity;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page instead; the file must not be there.")
    private Optional<Path> page;

    @Override
    void answer(Fleet fleet) {
        List<FleetChange> rows = fleet.changes().stream()
                .filter(change -> severity.filter(least -> change.severity().compareTo(least) < 0).isEmpty())
                .sorted(Fleet.MOST_SEVERE_FIRST).toList();
        if (page.isPresent()) {
            new MatrixPage(fleet, rows).write(page.get());
            assay().terminal().say("written: " + page.get());
            return;
        }
        List<ListColumn<FleetChange>> columns = new ArrayList<>(List.of(
                ListColumn.<FleetChange>fixed("number", "No", FleetChange::number),
                ListColumn.<FleetChange>fixed("severity", "Severity", row -> row.severity().name()),
                ListColumn.<FleetChange>fixed("change", "Change", row -> row.kind().name()),
                ListColumn.<FleetChange>elastic("location", "Location", row -> row.location().text())));
        for (int place = 0; place < fleet.hosts().size(); place++) {
            int host = place;
            String name = fleet.hosts().get(place).name();
            columns.add(ListColumn.<FleetChange>fixed(name, name, row -> cell(fleet, row, host)));
        }
        new Listing<>("matrix", Map.of(), columns, rows).print(format().format(), assay().terminal());
    }

    private static String cell(Fleet fleet, FleetChange row, int host) {
        return row.hosts().contains(host) ? "x" : fleet.hosts().get(host).compared()
                .filter(table -> table.reach().knows(row.location())).isPresent() ? "" : "?";
    }
}
