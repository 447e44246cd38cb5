package org.assay.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.assay.app.Case;
import org.assay.app.DescribeSnapshot;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.LineArguments;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.model.Location;
import org.assay.model.snapshot.Snapshot;

/** {@code assay gaps}: lists what could not be read. */
@Command(name = "gaps", description = "List what the snapshots could not read, where nothing can be called clean, and remarks on how "
        + "the rest was read (REMARK).",
        footer = {"", "Example:", "  assay gaps -c outbreak 2"})
final class GapsCommand extends CommandOnCase {

    private static final String REMARK = "REMARK";

    @Mixin
    private FormatOption format;

    @Override
    protected void takeArguments(LineArguments line) {
        line.position(DescribeSnapshot.SNAPSHOT);
    }

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        List<Row> rows = DescribeSnapshot.named(line().values(), openCase).stream().flatMap(one -> Stream.concat(
                openCase.gaps(one.id()).stream().map(gap -> new Row(one.id(), gap.reason().name(), gap.location(), gap.detail())),
                openCase.remarks(one.id()).stream().map(remark -> new Row(one.id(), REMARK, remark.location(), remark.text())))).toList();
        new Listing<>("gaps", Map.of("file", openCase.file().toString()),
                List.of(ListColumn.<Row>fixed("snapshot", "Snapshot", Row::snapshot),
                        ListColumn.<Row>fixed("reason", "Reason", Row::reason),
                        ListColumn.<Row>elastic("location", "Location", row -> row.location().text()),
                        ListColumn.<Row>exact("components", row -> row.location().components()),
                        ListColumn.<Row>elastic("detail", "Detail", Row::detail)),
                rows).print(format.format(), assay().terminal());
        return rows.stream().allMatch(row -> row.reason().equals(REMARK)) ? ExitCode.OK : ExitCode.GAPS;
    }

    private record Row(long snapshot, String reason, Location location, String detail) {
    }
}
