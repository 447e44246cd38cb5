package org.assay.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.assay.app.Case;
import org.assay.model.Gap;
import org.assay.model.Snapshot;

/** {@code assay gaps}: lists what could not be read. */
@Command(name = "gaps", description = "List what the snapshots could not read. Nothing there can be called clean.",
        footer = {"", "Example:", "  assay gaps -c outbreak 2"})
final class GapsCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Parameters(arity = "0..1", paramLabel = "SNAPSHOT", description = "One snapshot's number; all of the case where this is left out.")
    private Optional<Long> snapshot;

    @Override
    int run(Case openCase) {
        List<Snapshot> snapshots = snapshot.map(openCase::snapshot).map(List::of).orElseGet(openCase::snapshots);
        List<Row> rows = snapshots.stream()
                .flatMap(one -> openCase.gaps(one.id()).stream().map(gap -> new Row(one.id(), gap))).toList();
        new Listing<>("gaps", Map.of("file", openCase.file().toString()),
                List.of(Column.<Row>fixed("snapshot", "Snapshot", Row::snapshot),
                        Column.<Row>fixed("reason", "Reason", row -> row.gap().reason().name()),
                        Column.<Row>elastic("location", "Location", row -> row.gap().location().text()),
                        Column.<Row>exact("components", row -> row.gap().location().components()),
                        Column.<Row>elastic("detail", "Detail", row -> row.gap().detail())),
                rows).print(format.format(), assay().terminal());
        return rows.isEmpty() ? ExitCode.OK : ExitCode.GAPS;
    }

    private record Row(long snapshot, Gap gap) {
    }
}
