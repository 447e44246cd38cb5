package org.assay.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.assay.app.Case;
import org.assay.app.DescribeSnapshot;
import org.assay.app.SnapshotFacts;
import org.assay.app.SnapshotSheet;
import org.assay.app.Verified;
import org.assay.app.VerifySnapshot;
import org.assay.app.edit.RemoveSnapshot;
import org.assay.cli.amount.Sizes;
import org.assay.cli.command.CommandOnCase;
import org.assay.cli.command.ExitCode;
import org.assay.cli.command.GapNotice;
import org.assay.cli.command.LineArguments;
import org.assay.cli.command.Watch;
import org.assay.cli.option.FormatOption;
import org.assay.cli.output.Colour;
import org.assay.cli.output.ListColumn;
import org.assay.cli.output.Listing;
import org.assay.cli.output.Terminal;
import org.assay.model.snapshot.Snapshot;
import org.assay.model.snapshot.SnapshotState;
import org.assay.model.snapshot.Source;

/** {@code assay snapshots}: lists what was captured. */
@Command(name = "snapshots", description = "List the snapshots of the case, how each was captured and ended, and how much it holds.",
        footer = {"", "Example:", "  assay snapshots -c outbreak", "  assay snapshots -c outbreak 2 --verify",
                "  assay snapshots remove -c outbreak 2"})
final class SnapshotsCommand extends CommandOnCase {

    @Mixin
    private FormatOption format;

    @Option(names = "--verify", description = "Read everything that is stored and check it against the snapshots' digests.")
    private boolean verify;

    @Override
    protected void takeArguments(LineArguments line) {
        line.position(DescribeSnapshot.SNAPSHOT);
    }

    private final Map<Long, Verified> verified = new HashMap<>();

    @Override
    protected boolean onlyReads() {
        return true;
    }

    @Override
    protected int run(Case openCase) {
        Optional<Long> snapshot = line().values().find(DescribeSnapshot.SNAPSHOT);
        List<Snapshot> snapshots = DescribeSnapshot.named(line().values(), openCase);
        if (verify) {
            verify(openCase, snapshots);
        }
        if (snapshot.isPresent() && format.isTable()) {
            print(new DescribeSnapshot(snapshot.get()).run(openCase));
        } else {
            new Listing<>("snapshots", Map.of("file", openCase.file().toString()), columns(), snapshots)
                    .print(format.format(), assay().terminal());
        }
        if (!verified.values().stream().allMatch(Verified::passed)) {
            return ExitCode.FAILED;
        }
        return snapshots.stream().allMatch(one -> one.state() == SnapshotState.COMPLETE) ? ExitCode.OK : ExitCode.GAPS;
    }

    @Command(name = "remove", description = "Remove a snapshot for good,"
            + " with the comparisons with it, the seals over it, the kept files that"
            + " no other snapshot has and, where it is its host's last one, the host's tags."
            + " The custody log keeps what it was. Without --yes"
            + " it is told what would go.",
            footer = {"", "Example:", "  assay snapshots remove -c outbreak 2 --yes"})
    int remove(@Parameters(paramLabel = "SNAPSHOT", description = "The number of the snapshot.") long number,
            @Option(names = "--yes", description = "Remove it.") boolean yes) {
        return within(!yes, openCase -> {
            try (Watch watch = assay().watch()) {
                RemoveSnapshot removal = new RemoveSnapshot(number);
                assay().terminal().say(yes ? "removed " + removal.run(openCase, watch.progress())
                        : "would remove " + removal.preview(openCase, watch.progress())
                                + ". Nothing was removed: that takes --yes, and cannot be taken back.");
            }
            return yes ? ExitCode.OK : ExitCode.USAGE;
        });
    }

    /** Reports what fails verification, a line a snapshot. */
    private void verify(Case openCase, List<Snapshot> snapshots) {
        for (Snapshot one : snapshots) {
            Verified outcome = new VerifySnapshot(one.id()).run(openCase);
            verified.put(one.id(), outcome);
            if (!outcome.passed()) {
                assay().terminal().warn("assay: " + outcome.sentence());
            }
        }
    }

    private void print(SnapshotSheet sheet) {
        Terminal terminal = assay().terminal();
        for (SnapshotSheet.Section section : sheet.sections()) {
            terminal.say(section.title());
            int width = section.lines().stream().mapToInt(line -> line.label().length()).max().orElse(0);
            section.lines().forEach(line -> terminal.say("  " + line.label() + " ".repeat(width - line.label().length()) + "  "
                    + line.text()));
        }
        Optional.ofNullable(verified.get(sheet.snapshot().id())).filter(Verified::passed)
                .ifPresent(outcome -> terminal.say(outcome.text()));
        sheet.warnings().forEach(terminal::warn);
        if (sheet.obstacle().isEmpty()) {
            GapNotice.ofResuming(terminal, sheet.snapshot());
        }
        GapNotice.ofPlaces(terminal, sheet);
    }

    private List<ListColumn<Snapshot>> columns() {
        List<ListColumn<Snapshot>> columns = new ArrayList<>();
        SnapshotFacts.ofSnapshot().forEach(fact -> columns.add(ListColumn.exact(fact.name(), fact.exact())));
        SnapshotFacts.ofAttempt().forEach(fact -> columns.add(ListColumn.exact(fact.name(),
                row -> row.attempts().isEmpty() ? "" : fact.exact().apply(row.attempts().getLast()))));
        columns.addAll(List.of(ListColumn.<Snapshot>fixed("", "No", Snapshot::id),
                ListColumn.<Snapshot>fixed("", "Host", Snapshot::host),
                ListColumn.<Snapshot>fixed("", "Role", row -> row.role().name()),
                ListColumn.<Snapshot>elastic("", "Label", Snapshot::label),
                ListColumn.<Snapshot>tabled("State", SnapshotFacts::state).painted(SnapshotsCommand::colour),
                ListColumn.<Snapshot>fixed("", "Items", row -> row.coverage().items()),
                ListColumn.<Snapshot>tabled("Hashed", row -> Sizes.text(row.coverage().hashedBytes())),
                ListColumn.<Snapshot>tabled("Gaps", SnapshotFacts::gaps),
                ListColumn.<Snapshot>fixed("", "Started", Snapshot::started),
                ListColumn.<Snapshot>elastic("", "Sources", row -> row.sources().stream().map(Source::origin).toList())));
        if (verify) {
            columns.add(ListColumn.fixed("verified", "Verified", row -> verified.get(row.id()).word()));
        }
        return columns;
    }

    private static Colour colour(Snapshot snapshot) {
        return switch (snapshot.state()) {
            case COMPLETE -> Colour.GREEN;
            case PARTIAL -> Colour.YELLOW;
            case RUNNING, CANCELLED, FAILED -> Colour.RED;
        };
    }
}
